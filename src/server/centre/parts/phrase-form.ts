import { type MyPhrase, PHRASE_MAX, PHRASE_MIN } from '../../../contract/phrases.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import type { View } from '../view.ts';

/** How far a customer is with choosing the phrase of their letters. */
export type PhraseStep =
  | { kind: 'phrase'; error?: string; typed?: string }
  | { kind: 'code'; typed: string; error?: string }
  | { kind: 'done' };

const problem = (error: string | undefined): Html | null =>
  error === undefined ? null : html`<p class="field-error" id="phrase-error" role="alert">${error}</p>`;
const described = (error: string | undefined): Html | null =>
  error === undefined ? null : html` aria-invalid="true" aria-describedby="phrase-error"`;

function chooseStep({ t }: View, { phrase }: MyPhrase, typed: string, error: string | undefined): Html {
  return html`<form method="post" action="/my/phrase#phrase" class="field-row">
    <label for="phrase-text">${t(phrase === null ? 'phrase.choose' : 'phrase.change')}</label>
    <input id="phrase-text" name="phrase" required minlength="${PHRASE_MIN}" maxlength="${PHRASE_MAX}" autocomplete="off" placeholder="${t('phrase.example')}" value="${typed}"${described(error)}>
    <button class="button button-quiet">${t('my.sendCode')}</button>
    ${problem(error)}
  </form>`;
}

function codeStep({ t }: View, email: string, typed: string, error: string | undefined): Html {
  return html`<p>${t('phrase.codeText', { email, phrase: typed })}</p>
    <form method="post" action="/my/phrase/code#phrase" class="field-row">
      <input type="hidden" name="phrase" value="${typed}">
      <label for="phrase-code">${t('my.code')}</label>
      <input id="phrase-code" name="code" required inputmode="numeric" pattern="[0-9]{6}" maxlength="6" autocomplete="one-time-code"${described(error)}>
      <button class="button">${t('phrase.set')}</button>
      ${problem(error)}
    </form>`;
}

/** What a customer knows our letters by: the phrase they have, and the way to choose another. */
export function phraseForm(view: View, mine: MyPhrase, step: PhraseStep): Html {
  const { t, brandName } = view;
  const { email, phrase } = mine;
  const isSet =
    step.kind === 'done'
      ? html`<p class="notice" role="status">${icon('check')}${t('phrase.done')}</p>`
      : null;
  const now = phrase === null ? null : html`<p class="phrase-now"><bdi>${phrase}</bdi></p>`;
  const next =
    email === null
      ? html`<p><a class="more" href="#claim">${t('phrase.verifyFirst')}${icon('chevron-right')}</a></p>`
      : step.kind === 'code'
        ? codeStep(view, email, step.typed, step.error)
        : chooseStep(
            view,
            mine,
            step.kind === 'phrase' ? (step.typed ?? '') : '',
            step.kind === 'phrase' ? step.error : undefined,
          );
  return html`<section class="card" id="phrase"><h2 class="card-title">${icon('mail-check')}${t('phrase.title')}</h2>
    <p>${t('phrase.text', { brand: brandName })}</p>${isSet}${now}${next}</section>`;
}
