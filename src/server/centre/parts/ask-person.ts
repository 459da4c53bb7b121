import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import type { View } from '../view.ts';

/** The way on when no article helps: the question goes along to a person. */
export function askPerson({ t }: View, question: string): Html {
  const [text, label] =
    question === ''
      ? [t('contact.chatText'), t('article.toPerson')]
      : [t('search.notHereText'), t('search.askPerson')];
  const href = question === '' ? '/chat' : `/chat?${new URLSearchParams({ q: question })}`;
  return html`<div class="ask">
    <div><p class="ask-title">${t('search.notHere')}</p><p>${text}</p></div>
    <a class="button" href="${href}">${icon('message-circle')}${label}</a>
  </div>`;
}
