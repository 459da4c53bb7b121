import { html } from '../html.ts';
import { icon } from '../icons.ts';
import type { Page } from '../parts/document.ts';
import { searchBox } from '../parts/search-box.ts';
import type { View } from '../view.ts';

/** Nothing lives at this address: search, topics and a person instead. */
export function notFoundPage(view: View): Page {
  const { t } = view;
  return {
    title: t('error.notFoundTitle'),
    indexed: false,
    main: html`<div class="page narrow stack">
      <div class="empty">${icon('map-pin-off')}<h1 class="empty-title">${t('error.notFoundTitle')}</h1><p>${t('error.notFoundText')}</p></div>
      ${searchBox(view, '', false)}
      <ul class="plain inline">${view.topics.map((topic) => html`<li><a href="/help/${topic.id}">${topic.name}</a></li>`)}</ul>
    </div>`,
  };
}
