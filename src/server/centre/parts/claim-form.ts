import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';

/** How far a customer is with bringing conversations from another device. */
export type ClaimStep =
  | { kind: 'email'; error?: string; email?: string }
  | { kind: 'code'; email: string; error?: string }
  | { kind: 'done'; count: number };

const problem = (error: string | undefined): Html | null =>
  error === undefined ? null : html`<p class="field-error" id="claim-error" role="alert">${error}</p>`;
const described = (error: string | undefined): Html | null =>
  error === undefined ? null : html` aria-invalid="true" aria-describedby="claim-error"`;

function emailStep({ t }: View, email: string, error: string | undefined): Html {
  return html`<h2 class="card-title">${t('my.claimTitle')}</h2><p>${t('my.claimText')}</p>
    <form method="post" action="/my/claim" class="field-row">
      <label for="claim-email">${t('my.email')}</label>
      <input id="claim-email" name="email" type="email" required maxlength="254" autocomplete="email" value="${email}"${described(error)}>
      <button class="button">${t('my.sendCode')}</button>
      ${problem(error)}
    </form>`;
}

function codeStep({ t }: View, email: string, error: string | undefined): Html {
  return html`<h2 class="card-title">${t('my.codeTitle')}</h2><p>${t('my.codeText', { email })}</p>
    <form method="post" action="/my/claim/code" class="field-row">
      <input type="hidden" name="email" value="${email}">
      <label for="claim-code">${t('my.code')}</label>
      <input id="claim-code" name="code" required inputmode="numeric" pattern="[0-9]{6}" maxlength="6" autocomplete="one-time-code"${described(error)}>
      <button class="button">${t('my.confirm')}</button>
      ${problem(error)}
    </form>
    <p><a href="/my#claim">${t('my.otherEmail')}</a></p>`;
}

/** The step of the claim that comes next. */
export function claimForm(view: View, step: ClaimStep): Html | null {
  if (step.kind === 'done') return null;
  const body =
    step.kind === 'code'
      ? codeStep(view, step.email, step.error)
      : emailStep(view, step.email ?? '', step.error);
  return html`<section class="card" id="claim">${body}</section>`;
}
