import { type ErrorCode, errors } from '../../../contract/errors.ts';
import { html } from '../html.ts';
import type { Page } from '../parts/document.ts';
import type { View } from '../view.ts';

/** The error registry: each code with its status and its words in both languages. */
export function errorListPage(view: View): Page {
  const { t, locale } = view;
  const other = locale === 'zh-CN' ? 'en' : 'zh-CN';
  const codes = Object.keys(errors) as ErrorCode[];
  return {
    title: t('docs.errorsTitle'),
    description: t('docs.errorsLead'),
    main: html`<div class="page docs-main">
      <h1>${t('docs.errorsTitle')}</h1>
      <p class="lead">${t('docs.errorsLead')}</p>
      <p><a href="/api/docs">${t('docs.title')}</a></p>
      <div class="table-scroll" tabindex="0" role="group" aria-label="${t('docs.errorsTitle')}"><table>
        <thead><tr><th scope="col">${t('docs.code')}</th><th scope="col">${t('docs.status')}</th><th scope="col">${t('docs.meaning')}</th><th scope="col">${t('docs.meaningOther')}</th></tr></thead>
        <tbody>${codes.map(
          (code) =>
            html`<tr id="${code}"><td><code>${code}</code></td><td>${errors[code].status}</td><td>${errors[code][locale]}</td><td lang="${other}">${errors[code][other]}</td></tr>`,
        )}</tbody></table></div>
    </div>`,
  };
}
