import type { GlossaryTerm } from '../../../contract/glossary.ts';
import type { Article } from '../../../contract/help.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { articleTitles } from '../parts/article-list.ts';
import { personHref } from '../parts/ask-person.ts';
import { crumbs } from '../parts/crumbs.ts';
import type { Page } from '../parts/document.ts';
import { explained } from '../parts/explained.ts';
import { solvedForm } from '../parts/solved.ts';
import { waysCard } from '../parts/ways-card.ts';
import { dateText } from '../times.ts';
import type { View } from '../view.ts';

function prepare({ t }: View, article: Article): Html | null {
  if (article.prepare.length === 0) return null;
  return html`<section class="note-box"><h2>${icon('clipboard-list')}${t('article.prepare')}</h2>
    <ul>${article.prepare.map((item) => html`<li>${item}</li>`)}</ul></section>`;
}

/** Terms that belong to the article and are not explained where it uses them. */
function termsBeside({ t }: View, terms: readonly GlossaryTerm[]): Html | null {
  if (terms.length === 0) return null;
  return html`<section class="note-box"><h2>${icon('book-open-text')}${t('article.terms')}</h2>
    <ul>${terms.map(({ id, term, meaning }) => html`<li><a href="/help/glossary#${id}">${term}</a> ${meaning}</li>`)}</ul></section>`;
}

function urgentAdvice({ t }: View, article: Article, question: string): Html | null {
  if (article.contact !== 'urgent') return null;
  const href = personHref({ topic: article.topic, urgent: 'article', q: question || article.title });
  return html`<div class="urgent urgent-row"><p>${icon('siren')}${t('article.contactUrgent')}</p>
    <a class="button button-danger" href="${href}">${t('article.contactUrgentAction')}</a></div>`;
}

function personAdvice({ t }: View, article: Article): Html | null {
  if (article.contact !== 'person') return null;
  return html`<p class="advice">${icon('headset')}<span>${t('article.contactPerson')}</span></p>`;
}

/** An article: the answer first, then how, then whether it helped. */
export function articlePage(
  view: View,
  article: Article,
  terms: readonly GlossaryTerm[],
  asked: { question: string; solved: string },
): Page {
  const { t, locale } = view;
  const { body, meanings, used } = explained(view, article.html, terms);
  const beside = terms.filter(({ id }) => article.terms.includes(id) && !used.includes(id));
  const topic = view.topics.find(({ id }) => id === article.topic);
  const trail = [
    { href: '/help', label: t('site.help') },
    { href: `/help/${article.topic}`, label: topic?.name ?? article.topic },
  ];
  return {
    title: article.title,
    description: article.answer,
    trail,
    questions: [article],
    written: article.written,
    main: html`<div class="page columns">
      <div class="stack">
        ${crumbs(view, trail)}
        ${article.locale === locale ? null : html`<p class="quiet">${t('article.otherLanguage')}</p>`}
        <article lang="${article.locale}">
          <h1>${article.title}</h1>
          <p class="quiet reviewed">${icon('calendar-check')}${t('article.reviewed', { date: dateText(article.reviewedOn, locale) })}</p>
          <div class="answer"><p class="answer-label">${t('article.answer')}</p><p>${article.answer}</p></div>
          ${urgentAdvice(view, article, asked.question)}
          <div class="prose">${body}</div>
          ${meanings}
          ${termsBeside(view, beside)}
          ${prepare(view, article)}
          ${personAdvice(view, article)}
        </article>
        ${solvedForm(view, article, asked)}
      </div>
      <aside class="side">
        ${
          article.related.length === 0
            ? null
            : html`<section class="card flush"><h2 class="card-title inset">${t('article.related')}</h2>${articleTitles(article.related)}</section>`
        }
        ${waysCard(view)}
      </aside>
    </div>`,
  };
}
