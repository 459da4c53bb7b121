import { type Article, WhyNot } from '../../../contract/help.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import type { View } from '../view.ts';

const questionField = (question: string): Html | null =>
  question === '' ? null : html`<input type="hidden" name="q" value="${question}">`;

function ask({ t }: View, article: Article, question: string): Html {
  return html`<form method="post" action="/help/${article.topic}/${article.id}/solved">
    <p class="solved-title">${t('article.solvedQuestion')}</p>
    ${questionField(question)}
    <div class="solved-buttons">
      <button class="button button-quiet" name="solved" value="yes">${icon('check')}${t('article.yes')}</button>
      <button class="button button-quiet" name="solved" value="no">${icon('x')}${t('article.no')}</button>
    </div>
  </form>`;
}

function thanks({ t }: View): Html {
  return html`<p class="solved-title">${icon('check')}${t('article.thanks')}</p><p>${t('article.thanksText')}</p>`;
}

function sorry({ t }: View, article: Article, question: string): Html {
  return html`<form method="post" action="/help/${article.topic}/${article.id}/why-not">
    <p class="solved-title">${t('article.sorry')}</p><p>${t('article.sorryText')}</p>
    ${questionField(question)}
    <div class="solved-reasons">
      ${WhyNot.options.map(
        (why) =>
          html`<button class="choice" name="why" value="${why}"><span>${t(`article.why.${why}`)}</span>${icon('chevron-right')}</button>`,
      )}
    </div>
  </form>`;
}

/** "Did this solve it?": yes is thanked, no is asked why and then leads to a person with the question. */
export function solvedForm(view: View, article: Article, asked: { question: string; solved: string }): Html {
  const { question, solved } = asked;
  return html`<section class="solved" id="solved" aria-live="polite">
    ${solved === 'yes' ? thanks(view) : solved === 'no' ? sorry(view, article, question) : ask(view, article, question)}
  </section>`;
}
