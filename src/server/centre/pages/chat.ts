import { type Html, html, jsonText } from '../html.ts';
import { icon } from '../icons.ts';
import type { Page } from '../parts/document.ts';
import { waysCard } from '../parts/ways-card.ts';
import type { View } from '../view.ts';

/** What brought the customer here; the chat panel starts from it, so that nothing is typed twice. */
export interface ChatStart {
  readonly conversation: string | null;
  readonly topic: string | null;
  readonly transaction: string;
  readonly question: string;
  readonly urgent: boolean;
}

/** Everything the chat panel reads from its page. */
function settings(view: View, start: ChatStart, official: readonly string[]): Html {
  return jsonText({
    locale: view.locale,
    brand: view.brandName,
    official,
    start,
    topics: view.topics.map(({ id, name, icon }) => ({ id, name, icon })),
    availability: view.availability,
  });
}

/** What is left without the chat: telephone and mail where they are set, and the articles always. */
function otherWays(view: View): Html {
  const { phone, email } = view.availability;
  return html`${phone.state === 'none' && email.state === 'none' ? null : waysCard(view, 'chat')}
    <p><a class="button button-quiet" href="/help">${icon('book-open')}${view.t('contact.faqAction')}</a></p>`;
}

/** The chat on a page of its own: a place for the panel, and other ways for browsers that cannot run it. */
export function chatPage(view: View, start: ChatStart, official: readonly string[]): Page {
  const { t } = view;
  return {
    title: t('chat.title'),
    app: true,
    framed: view.query.has('frame'),
    indexed: false,
    programs: ['chat'],
    main: html`<h1 class="visually-hidden">${t('chat.title')}</h1>
    <div id="chat" class="chat-page" data-chat-root>
      <p class="chat-loading" role="status">${t('chat.loading')}</p>
      <template id="chat-failed"><div class="chat-fallback" role="alert"><p>${t('chat.failed')}</p>${otherWays(view)}</div></template>
      <noscript><div class="chat-fallback"><p>${t('chat.noScript')}</p>${otherWays(view)}</div></noscript>
    </div>
    <script type="application/json" id="chat-settings">${settings(view, start, official)}</script>`,
  };
}
