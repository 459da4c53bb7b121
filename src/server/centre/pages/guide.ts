import { type GuideStep, type GuideWay, wordsIn } from '../../guide/guide.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { articleHref } from '../parts/article-list.ts';
import { askPerson, personHref } from '../parts/ask-person.ts';
import { crumbs } from '../parts/crumbs.ts';
import type { Page } from '../parts/document.ts';
import type { View } from '../view.ts';

/** The topic of each article that a step leads to; one that an editor removed has none, and its choice leads to a person. */
export type TopicOf = ReadonlyMap<string, string>;

function hrefOf({ locale }: View, to: GuideWay, label: string, topicOf: TopicOf): string {
  if ('step' in to) return `/help/start/${to.step}`;
  if ('person' in to) {
    const q = wordsIn(to.person, locale);
    return personHref({ topic: to.topic, q, ...(to.urgent ? { urgent: 'question' as const } : {}) });
  }
  const topic = topicOf.get(to.article);
  return topic === undefined ? personHref({ q: label }) : articleHref({ id: to.article, topic });
}

function choice(view: View, { label, to }: GuideStep['choices'][number], topicOf: TopicOf): Html {
  const words = wordsIn(label, view.locale);
  const leadsToPerson = 'person' in to;
  return html`<li><a class="guide-choice${leadsToPerson ? ' guide-person' : ''}" href="${hrefOf(view, to, words, topicOf)}">
    <span>${words}${leadsToPerson ? html`<span class="guide-note">${icon('headset')}${view.t(to.urgent ? 'guide.urgent' : 'guide.person')}</span>` : null}</span>
    ${icon('chevron-right')}
  </a></li>`;
}

/** One question of the guided path; where a person is the better way, the page says so before anything else. */
export function guidePage(view: View, step: GuideStep, isFirst: boolean, topicOf: TopicOf): Page {
  const { t, locale } = view;
  const start = { href: '/help/start', label: t('guide.title') };
  const trail = [{ href: '/help', label: t('site.help') }, ...(isFirst ? [] : [start])];
  const question = wordsIn(step.question, locale);
  return {
    title: isFirst ? t('guide.title') : question,
    description: t('guide.lead'),
    trail,
    main: html`<div class="page stack guide">
      ${crumbs(view, trail)}
      <div><h1>${isFirst ? t('guide.title') : question}</h1>${isFirst ? html`<p class="lead">${question}</p>` : null}</div>
      ${step.personFirst === undefined ? null : html`<p class="advice">${icon('headset')}<span>${wordsIn(step.personFirst, locale)}</span></p>`}
      <ul class="guide-choices">${step.choices.map((one) => choice(view, one, topicOf))}</ul>
      ${isFirst ? null : html`<p><a class="more" href="/help/start">${t('guide.again')}</a></p>`}
      ${askPerson(view, '')}
    </div>`,
  };
}
