import type { Verdict } from '../../../contract/official.ts';
import { html } from '../html.ts';
import { icon } from '../icons.ts';
import type { Page } from '../parts/document.ts';
import type { View } from '../view.ts';

/** Where a link of a conversation leads. */
export interface Leaving {
  /** The whole address as a browser opens it; null for what is not a web address. */
  readonly address: string | null;
  /** As it came. */
  readonly written: string;
  /** What it opens: a host, or the scheme of what is not a web address. */
  readonly host: string;
  readonly verdict: Verdict;
  readonly reason: string;
}

/** Says where a link leads before it is opened. It never goes on by itself, so that nobody can use it to hide a link. */
export function leavePage(view: View, { address, written, host, verdict, reason }: Leaving): Page {
  const { t, brandName } = view;
  const isOfficial = verdict === 'official';
  return {
    title: t('leave.title'),
    indexed: false,
    main: html`<div class="page narrow stack">
      <div><h1>${t(isOfficial ? 'leave.titleOfficial' : 'leave.title')}</h1><p class="lead">${t('leave.lead')}</p></div>
      <section class="verdict" data-verdict="${verdict}" aria-labelledby="leave-host">
        <h2 class="verdict-title" id="leave-host">${icon(isOfficial ? 'shield-check' : 'shield-alert')}<bdi class="leave-host">${host}</bdi></h2>
        <p class="verdict-reason">${reason}</p>
        ${isOfficial ? null : html`<p>${t('safety.never', { brand: brandName })}</p>`}
        <p class="leave-address"><bdi>${address ?? written}</bdi></p>
        <div class="verdict-acts">
          ${isOfficial ? null : html`<a class="button" href="/my">${t('leave.stay')}</a>`}
          ${address === null ? null : html`<a class="button${isOfficial ? '' : ' button-quiet'}" href="${address}" rel="noopener noreferrer nofollow">${t(isOfficial ? 'leave.open' : 'leave.openAnyway')}${icon('external-link')}</a>`}
        </div>
      </section>
      ${
        verdict === 'not_official'
          ? html`<form method="post" action="/check/report"><input type="hidden" name="text" value="${written}">
              <button class="button button-quiet">${icon('flag')}${t('leave.report')}</button></form>`
          : null
      }
    </div>`,
  };
}
