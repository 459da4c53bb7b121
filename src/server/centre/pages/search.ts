import type { ArticleSummary } from '../../../contract/help.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { articleList } from '../parts/article-list.ts';
import { askPerson } from '../parts/ask-person.ts';
import { crumbs } from '../parts/crumbs.ts';
import type { Page } from '../parts/document.ts';
import { searchBox } from '../parts/search-box.ts';
import { topicTiles } from '../parts/topic-tiles.ts';
import { urgentLane } from '../parts/urgent-lane.ts';
import type { View } from '../view.ts';

function nothing(view: View, question: string, counts: ReadonlyMap<string, number>): Html {
  const { t } = view;
  return html`<div class="empty">${icon('search-x')}
      <h2 class="empty-title">${t('search.noneTitle')}</h2><p>${t('search.noneText')}</p>
      <a class="button" href="/chat?${new URLSearchParams({ q: question }).toString()}">${icon('message-circle')}${t('search.askPerson')}</a>
    </div>
    ${urgentLane(view)}
    <h2>${t('topics.title')}</h2>
    ${topicTiles(view, counts)}`;
}

function found(view: View, question: string, articles: readonly ArticleSummary[]): Html {
  return html`<p class="quiet" role="status">${view.t.count('search.results', articles.length)}</p>
    <div class="card flush">${articleList(articles, question)}</div>
    ${askPerson(view, question)}`;
}

/** What a question found. */
export function searchPage(
  view: View,
  question: string,
  articles: readonly ArticleSummary[],
  counts: ReadonlyMap<string, number>,
): Page {
  return {
    title: view.t('search.title', { question }),
    indexed: false,
    main: html`<div class="page narrow stack">
      ${crumbs(view, [{ href: '/help', label: view.t('site.help') }])}
      <h1 class="visually-hidden">${view.t('search.title', { question })}</h1>
      ${searchBox(view, question, false)}
      ${articles.length === 0 ? nothing(view, question, counts) : found(view, question, articles)}
    </div>`,
  };
}
