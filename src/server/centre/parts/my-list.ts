import type { MyConversation } from '../../../contract/conversations.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { momentText } from '../times.ts';
import type { View } from '../view.ts';

const topicName = (view: View, id: string | null): string =>
  view.topics.find((topic) => topic.id === id)?.name ?? view.t('chat.title');

function row(view: View, conversation: MyConversation): Html {
  const { t, now, locale, timeZone } = view;
  const at = new Date(conversation.activityAt);
  const open = conversation.status === 'open';
  return html`<li class="case">
    <a class="case-link" href="/chat?c=${conversation.id}">
      <span class="case-head">
        <span class="case-topic">${topicName(view, conversation.topic)}</span>
        <span class="badge" data-open="${open ? 'yes' : 'no'}">${t(open ? 'my.open' : 'my.resolved')}</span>
        ${conversation.unread > 0 ? html`<span class="badge badge-strong">${t.count('my.unread', conversation.unread)}</span>` : null}
      </span>
      <span class="case-preview">${conversation.preview}</span>
      <span class="case-foot">${t('my.case', { number: conversation.caseNumber })} · <time datetime="${conversation.activityAt}" data-moment>${momentText(now, at, locale, timeZone)}</time></span>
    </a>
  </li>`;
}

/** Conversations of this customer, newest first. */
export function myList(view: View, conversations: readonly MyConversation[]): Html {
  return html`<ul class="cases">${conversations.map((conversation) => row(view, conversation))}</ul>`;
}

/** Where one conversation's record is read or taken home. */
export function transcriptLinks({ t }: View, { id, caseNumber }: MyConversation): Html {
  const formats = [
    ['html', t('my.transcriptHtml')],
    ['text', t('my.transcriptText')],
    ['json', t('my.transcriptJson')],
    ['signed', t('my.transcriptSigned')],
  ];
  return html`<p class="case-files">${icon('download')}<span>${t('my.transcript')}</span>
    ${formats.map(
      ([format, label]) =>
        html`<a href="/api/my/conversations/${id}/transcript?format=${format}" aria-label="${label} · ${caseNumber}">${label}</a>`,
    )}</p>`;
}
