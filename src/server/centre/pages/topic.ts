import type { ArticleSummary } from '../../../contract/help.ts';
import type { Topic } from '../../../contract/topics.ts';
import { html } from '../html.ts';
import { icon } from '../icons.ts';
import { articleList } from '../parts/article-list.ts';
import { askPerson } from '../parts/ask-person.ts';
import { crumbs } from '../parts/crumbs.ts';
import type { Page } from '../parts/document.ts';
import { searchBox } from '../parts/search-box.ts';
import { urgentLane } from '../parts/urgent-lane.ts';
import type { View } from '../view.ts';

/** One topic's articles. */
export function topicPage(view: View, topic: Topic, articles: readonly ArticleSummary[]): Page {
  const { t } = view;
  const trail = [{ href: '/help', label: t('site.help') }];
  const others = view.topics.filter((other) => other.id !== topic.id);
  return {
    title: topic.name,
    description: topic.description,
    trail,
    questions: articles,
    main: html`<div class="page columns">
      <div class="stack">
        ${crumbs(view, trail)}
        <div><h1>${topic.name}</h1><p class="lead">${topic.description}</p></div>
        ${searchBox(view, '', false)}
        ${topic.urgent ? urgentLane(view) : null}
        ${
          articles.length === 0
            ? html`<div class="empty">${icon('book-open')}<p class="empty-title">${t('topics.empty')}</p><p>${t('topics.emptyText')}</p></div>`
            : html`<div class="card flush">${articleList(articles)}</div>`
        }
        ${askPerson(view, '')}
      </div>
      <aside class="side">
        <section class="card"><h2 class="card-title">${t('topics.other')}</h2>
          <ul class="plain">${others.map((other) => html`<li><a href="/help/${other.id}">${other.name}</a></li>`)}</ul>
        </section>
      </aside>
    </div>`,
  };
}
