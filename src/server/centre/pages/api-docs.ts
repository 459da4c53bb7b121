import type { Operation } from '../docs/operations.ts';
import type { Field } from '../docs/schema.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../parts/document.ts';
import type { View } from '../view.ts';

/** Words with `code` in back quotes. */
const withCode = (text: string): Html[] =>
  text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));

const typeCell = (type: string): Html => html`<code>${type}</code>`;

function fieldRows({ t }: View, fields: readonly Field[]): Html {
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label="${t('docs.field')}"><table><thead><tr><th scope="col">${t('docs.field')}</th><th scope="col">${t('docs.type')}</th><th scope="col">${t('docs.meaning')}</th></tr></thead>
    <tbody>${fields.map(
      (field) =>
        html`<tr><td data-depth="${field.depth}"><code>${field.name}</code>${field.required ? html` <small>${t('docs.required')}</small>` : null}</td><td>${typeCell(field.type)}</td><td>${withCode(field.about)}</td></tr>`,
    )}</tbody></table></div>`;
}

function parameters({ t }: View, operation: Operation): Html | null {
  if (operation.parameters.length === 0) return null;
  return html`<h4>${t('docs.parameters')}</h4><div class="table-scroll" tabindex="0" role="group" aria-label="${t('docs.parameters')}"><table>
    <thead><tr><th scope="col">${t('docs.name')}</th><th scope="col">${t('docs.in')}</th><th scope="col">${t('docs.type')}</th><th scope="col">${t('docs.meaning')}</th></tr></thead>
    <tbody>${operation.parameters.map(
      (parameter) =>
        html`<tr><td><code>${parameter.name}</code>${parameter.required ? html` <small>${t('docs.required')}</small>` : null}</td><td>${parameter.in}</td><td>${typeCell(parameter.type)}</td><td>${withCode(parameter.about)}</td></tr>`,
    )}</tbody></table></div>`;
}

function body(view: View, operation: Operation): Html | null {
  if (operation.body === null) return null;
  const { media, type, fields } = operation.body;
  return html`<h4>${view.t('docs.body')} <small>${media}</small></h4>${fields.length === 0 ? html`<p>${typeCell(type)}</p>` : fieldRows(view, fields)}`;
}

function oneResponse(view: View, { status, description, shape }: Operation['responses'][number]): Html {
  const { t } = view;
  const code = html`<code>${status}</code>`;
  // Refusals all have one shape; it is described once, with the codes.
  if (/^[45]/.test(status))
    return html`<p>${code} <a href="/api/docs/errors">${t('docs.errorsTitle')}</a></p>`;
  if (shape === null || shape.fields.length === 0)
    return html`<p>${code} ${description || (shape?.type ?? t('docs.noContent'))}</p>`;
  return html`<details><summary>${code} ${description || shape.type}</summary>${fieldRows(view, shape.fields)}</details>`;
}

function responses(view: View, operation: Operation): Html {
  return html`<h4>${view.t('docs.responses')}</h4>
    <ul class="responses">${operation.responses.map((response) => html`<li>${oneResponse(view, response)}</li>`)}</ul>`;
}

function operationSection(view: View, operation: Operation): Html {
  return html`<section class="operation" id="${operation.id}">
    <h3><span class="method" data-method="${operation.method}">${operation.method}</span> <code>${operation.path}</code></h3>
    ${operation.summary === '' ? null : html`<p><strong>${withCode(operation.summary)}</strong></p>`}
    ${operation.description === '' ? null : html`<p>${withCode(operation.description)}</p>`}
    ${parameters(view, operation)}${body(view, operation)}${responses(view, operation)}
  </section>`;
}

/** The API for people to read; made from the same schemas that check the requests. */
export function apiDocsPage(view: View, groups: readonly [string, readonly Operation[]][]): Page {
  const { t } = view;
  const name = (tag: string): string => (tag === '' ? t('docs.other') : tag);
  return {
    title: t('docs.title'),
    description: t('docs.lead'),
    main: html`<div class="page docs">
      <nav class="docs-nav" aria-label="${t('docs.groups')}">${groups.map(
        ([tag, operations]) =>
          html`<details><summary>${name(tag)}</summary><ul>${operations.map(
            ({ id, method, path }) =>
              html`<li><a href="#${id}"><span class="method" data-method="${method}">${method}</span> ${path}</a></li>`,
          )}</ul></details>`,
      )}</nav>
      <div class="docs-main">
        <h1>${t('docs.title')}</h1>
        <p class="lead">${t('docs.lead')}</p>
        <p><a href="/api/openapi.json">${t('docs.openapi')}</a> · <a href="/api/docs/errors">${t('docs.errorsTitle')}</a></p>
        ${groups.map(([tag, operations]) => html`<h2 id="tag-${tag}">${name(tag)}</h2>${operations.map((operation) => operationSection(view, operation))}`)}
      </div>
    </div>`,
  };
}
