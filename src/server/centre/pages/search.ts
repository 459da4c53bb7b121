import type { Answers } from '../../../contract/help.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { articleList } from '../parts/article-list.ts';
import { askPerson, personFirst, personHref, urgentFirst } from '../parts/ask-person.ts';
import { crumbs } from '../parts/crumbs.ts';
import type { Page } from '../parts/document.ts';
import { searchBox } from '../parts/search-box.ts';
import { topicTiles } from '../parts/topic-tiles.ts';
import { urgentLane } from '../parts/urgent-lane.ts';
import type { View } from '../view.ts';

/** How many articles are offered where none of them fits. */
const NEAR = 3;

function near({ t }: View, question: string, { rows }: Answers): Html | null {
  if (rows.length === 0) return null;
  return html`<h2>${t('search.near')}</h2><div class="card flush">${articleList(rows.slice(0, NEAR), question)}</div>`;
}

function nothing(view: View, question: string, answers: Answers, counts: ReadonlyMap<string, number>): Html {
  const { t } = view;
  const urgent = answers.urgency === 'P1';
  return html`${urgent ? urgentFirst(view, question) : null}
    <div class="empty">${icon('search-x')}
      <h2 class="empty-title">${t('search.noneTitle')}</h2><p>${t('search.noneText')}</p>
      <a class="button" href="${personHref({ q: question })}">${icon('message-circle')}${t('search.askPerson')}</a>
    </div>
    ${near(view, question, answers)}
    ${urgent ? null : urgentLane(view)}
    <h2>${t('topics.title')}</h2>
    ${topicTiles(view, counts)}`;
}

const first = { P1: urgentFirst, P2: personFirst, normal: () => null };

function found(view: View, question: string, { rows, urgency }: Answers): Html {
  return html`${first[urgency](view, question)}
    <p class="quiet" role="status">${view.t.count('search.results', rows.length)}</p>
    <div class="card flush">${articleList(rows, question)}</div>
    ${urgency === 'normal' ? askPerson(view, question) : null}`;
}

/** What a question found: an emergency leads to a person above everything, and so does a question that nothing fits. */
export function searchPage(
  view: View,
  question: string,
  answers: Answers,
  counts: ReadonlyMap<string, number>,
): Page {
  return {
    title: view.t('search.title', { question }),
    indexed: false,
    main: html`<div class="page narrow stack">
      ${crumbs(view, [{ href: '/help', label: view.t('site.help') }])}
      <h1 class="visually-hidden">${view.t('search.title', { question })}</h1>
      ${searchBox(view, question, false)}
      ${answers.fits ? found(view, question, answers) : nothing(view, question, answers, counts)}
    </div>`,
  };
}
