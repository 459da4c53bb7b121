import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import type { View } from '../view.ts';

/** Where a person is; what was asked goes along into the first message, so that nobody types it twice. */
export function personHref(
  carried: { q?: string; topic?: string; urgent?: 'question' | 'article' } = {},
): string {
  const given = Object.entries(carried).filter(([, value]) => value !== '');
  return given.length === 0 ? '/chat' : `/chat?${new URLSearchParams(given)}`;
}

/** The way on when no article helps: the question goes along to a person. */
export function askPerson({ t }: View, question: string): Html {
  const [text, label] =
    question === ''
      ? [t('contact.chatText'), t('article.toPerson')]
      : [t('search.notHereText'), t('search.askPerson')];
  return html`<div class="ask">
    <div><p class="ask-title">${t('search.notHere')}</p><p>${text}</p></div>
    <a class="button" href="${personHref({ q: question })}">${icon('message-circle')}${label}</a>
  </div>`;
}

/** What should not wait for somebody to read: the question goes to a person first, the articles come after. */
export function personFirst({ t }: View, question: string): Html {
  return html`<div class="ask">
    <div><p class="ask-title">${t('search.personFirst')}</p><p>${t('search.personFirstText')}</p></div>
    <a class="button" href="${personHref({ q: question })}">${icon('message-circle')}${t('search.askPerson')}</a>
  </div>`;
}

/** An emergency, in the customer's own words: nothing stands above it, and one tap leads to a person. */
export function urgentFirst({ t }: View, question: string): Html {
  return html`<section class="urgent urgent-row" aria-labelledby="urgent-first">
    <div class="urgent-words"><h2 id="urgent-first">${icon('siren')}${t('search.urgent')}</h2><p>${t('search.urgentText')}</p></div>
    <a class="button button-danger" href="${personHref({ q: question, urgent: 'question' })}">${t('article.contactUrgentAction')}</a>
  </section>`;
}
