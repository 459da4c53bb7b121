import type { MyConversation } from '../../../contract/conversations.ts';
import type { MyPhrase } from '../../../contract/phrases.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { type ClaimStep, claimForm } from '../parts/claim-form.ts';
import { crumbs } from '../parts/crumbs.ts';
import type { Page } from '../parts/document.ts';
import { myList, transcriptLinks } from '../parts/my-list.ts';
import { type PhraseStep, phraseForm } from '../parts/phrase-form.ts';
import type { View } from '../view.ts';

function empty({ t }: View): Html {
  return html`<div class="empty">${icon('messages-square')}
    <h2 class="empty-title">${t('my.empty')}</h2><p>${t('my.emptyText')}</p>
    <a class="button" href="/chat" data-chat-open>${icon('message-circle')}${t('my.start')}</a></div>`;
}

interface Forms {
  readonly claim: ClaimStep;
  readonly phrase: PhraseStep;
  readonly mine: MyPhrase;
}

/** Every conversation of this customer, the way to bring those of another device, and the phrase of their letters. */
export function myPage(
  view: View,
  conversations: readonly MyConversation[],
  { claim, phrase, mine }: Forms,
): Page {
  const { t } = view;
  return {
    title: t('my.title'),
    indexed: false,
    main: html`<div class="page narrow stack">
      ${crumbs(view, [])}
      <div><h1>${t('my.title')}</h1><p class="lead">${t('my.lead')}</p></div>
      ${claim.kind === 'done' ? html`<p class="notice" role="status">${icon('check')}${t.count('my.claimed', claim.count)}</p>` : null}
      ${conversations.length === 0 ? empty(view) : conversations.map((c) => html`<div class="card flush">${myList(view, [c])}${transcriptLinks(view, c)}</div>`)}
      ${claimForm(view, claim)}
      ${phraseForm(view, mine, phrase)}
    </div>`,
  };
}
