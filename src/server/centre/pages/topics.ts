import { html } from '../html.ts';
import { crumbs } from '../parts/crumbs.ts';
import type { Page } from '../parts/document.ts';
import { searchBox } from '../parts/search-box.ts';
import { topicTiles } from '../parts/topic-tiles.ts';
import { urgentLane } from '../parts/urgent-lane.ts';
import type { View } from '../view.ts';

/** All topics. */
export function topicsPage(view: View, counts: ReadonlyMap<string, number>): Page {
  const { t } = view;
  return {
    title: t('site.help'),
    description: t('topics.lead'),
    trail: [],
    main: html`<div class="page stack">
      ${crumbs(view, [])}
      <h1>${t('site.help')}</h1>
      ${searchBox(view, '', false)}
      ${urgentLane(view)}
      <h2>${t('topics.all')}</h2>
      ${topicTiles(view, counts)}
      <ul class="plain"><li><a href="/help/start">${t('guide.link')}</a></li><li><a href="/help/glossary">${t('glossary.title')}</a></li></ul>
    </div>`,
  };
}
