import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import type { View } from '../view.ts';

/** A person, one tap away from every page. A plain link: it works before and without any script. */
export function chatButton({ t, availability }: View): Html {
  const online = availability.chat.state === 'online';
  const state = t(online ? 'contact.online' : 'contact.offline');
  return html`<aside aria-label="${t('contact.chat')}"><a class="chat-button" href="/chat" data-chat-open
    data-label="${t('chat.title')}" data-close="${t('chat.close')}" data-page="${t('chat.resize')}">
    ${icon('message-circle')}<span>${t('site.chat')}</span>
    <span class="dot" data-on="${online ? 'yes' : 'no'}" role="img" aria-label="${state}"></span>
  </a></aside>`;
}
