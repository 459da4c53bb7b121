import type { MyConversation } from '../../../contract/conversations.ts';
import type { ArticleSummary } from '../../../contract/help.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { articleTitles } from '../parts/article-list.ts';
import type { Page } from '../parts/document.ts';
import { myList } from '../parts/my-list.ts';
import { safety } from '../parts/safety.ts';
import { searchBox } from '../parts/search-box.ts';
import { topicTiles } from '../parts/topic-tiles.ts';
import { urgentLane } from '../parts/urgent-lane.ts';
import { waysCard } from '../parts/ways-card.ts';
import type { View } from '../view.ts';

interface HomeContent {
  counts: ReadonlyMap<string, number>;
  popular: readonly ArticleSummary[];
  conversations: readonly MyConversation[];
}

/** How many of a customer's conversations the home page shows. */
const SHOWN = 3;
/** How many topics it shows; the rest is one tap away. */
const TOPICS_SHOWN = 6;

function mine(view: View, conversations: readonly MyConversation[]): Html | null {
  if (conversations.length === 0) return null;
  return html`<section class="card mine" aria-labelledby="mine-title">
    <h2 id="mine-title" class="card-title">${view.t('site.my')}</h2>
    ${myList(view, conversations.slice(0, SHOWN))}
    <a class="more" href="/my">${view.t('my.all')}${icon('chevron-right')}</a>
  </section>`;
}

/** The first page: search, the emergency lane, topics, the ways of contact as they are now. */
export function homePage(view: View, { counts, popular, conversations }: HomeContent): Page {
  const { t, brandName } = view;
  return {
    title: t('site.title', { brand: brandName }),
    description: t('search.lead'),
    main: html`<div class="hero"><div class="page hero-inner">
      <h1>${t('search.label')}</h1>
      <p class="lead">${t('search.lead')}</p>
      ${searchBox(view, '', false)}
    </div></div>
    <div class="page home">
      ${urgentLane(view)}
      <section class="home-topics" aria-labelledby="topics-title">
        <h2 id="topics-title">${t('topics.title')}</h2>
        ${topicTiles(view, counts, TOPICS_SHOWN)}
        <a class="more" href="/help/start">${t('guide.link')}${icon('chevron-right')}</a>
        ${view.topics.length > TOPICS_SHOWN ? html`<a class="more" href="/help">${t('topics.all')}${icon('chevron-right')}</a>` : null}
      </section>
      <div class="home-side">${mine(view, conversations)}${waysCard(view)}<div class="card">${safety(view)}</div></div>
      ${
        popular.length === 0
          ? null
          : html`<section class="home-popular" aria-labelledby="popular-title"><h2 id="popular-title">${t('search.popular')}</h2><div class="card flush">${articleTitles(popular)}</div></section>`
      }
    </div>`,
  };
}
