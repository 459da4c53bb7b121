import type { WaitHistory } from '../../../contract/queue.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { crumbs } from '../parts/crumbs.ts';
import type { Page } from '../parts/document.ts';
import { safety } from '../parts/safety.ts';
import { urgentLane } from '../parts/urgent-lane.ts';
import { waitsCard } from '../parts/waits-card.ts';
import { waysCard } from '../parts/ways-card.ts';
import type { View } from '../view.ts';

function preparation({ t }: View): Html {
  const items = [
    ['user-round', t('contact.prepare.account')],
    ['receipt-text', t('contact.prepare.transaction')],
    ['image', t('contact.prepare.steps')],
    ['clock', t('contact.prepare.time')],
  ] as const;
  return html`<section class="card" aria-labelledby="prepare-title">
    <h2 id="prepare-title" class="card-title">${t('contact.prepareTitle')}</h2>
    <ul class="prepare">${items.map(([name, text]) => html`<li>${icon(name)}<span>${text}</span></li>`)}</ul>
  </section>`;
}

/** All ways of contact, the articles offered first and never forced. */
export function contactPage(view: View, waits: WaitHistory): Page {
  const { t } = view;
  return {
    title: t('contact.title'),
    description: t('contact.lead'),
    trail: [],
    main: html`<div class="page narrow stack">
      ${crumbs(view, [])}
      <div><h1>${t('contact.title')}</h1><p class="lead">${t('contact.lead')}</p></div>
      ${urgentLane(view)}
      <div class="ask"><div><p class="ask-title">${t('contact.faqFirst')}</p><p>${t('contact.faqFirstText')}</p></div>
        <a class="button button-quiet" href="/help">${icon('book-open')}${t('contact.faqAction')}</a></div>
      ${waysCard(view)}
      ${waitsCard(view, waits)}
      ${preparation(view)}
      <div class="card">${safety(view)}</div>
    </div>`,
  };
}
