import type { ArticleSummary, FoundArticle } from '../../../contract/help.ts';
import { emphasise } from '../emphasise.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';

/** Where an article is; a question that led there goes along, so that it reaches the agent if the article fails. */
export function articleHref({ id, topic }: Pick<ArticleSummary, 'id' | 'topic'>, question = ''): string {
  const carried = question === '' ? '' : `?${new URLSearchParams({ q: question })}`;
  return `/help/${topic}/${id}${carried}`;
}

/** Articles with the sentence that answers, or with their answers; the words of the question are marked. */
export function articleList(
  articles: readonly (ArticleSummary & Partial<FoundArticle>)[],
  question = '',
): Html {
  return html`<ul class="articles">
    ${articles.map(
      (
        article,
      ) => html`<li><a class="article-row" href="${articleHref(article, question)}" lang="${article.locale}">
      <span class="article-words"><span class="article-title">${emphasise(article.title, question)}</span>
      <span class="article-answer">${emphasise(article.sentence ?? article.answer, question)}</span></span>
      ${icon('chevron-right')}
    </a></li>`,
    )}
  </ul>`;
}

/** Articles by title alone. */
export function articleTitles(articles: readonly ArticleSummary[]): Html {
  return html`<ul class="titles">
    ${articles.map((article) => html`<li><a href="${articleHref(article)}" lang="${article.locale}">${article.title}${icon('chevron-right')}</a></li>`)}
  </ul>`;
}
