import type { GlossaryTerm } from '../../../contract/glossary.ts';
import { html } from '../html.ts';
import { askPerson } from '../parts/ask-person.ts';
import { crumbs } from '../parts/crumbs.ts';
import type { Page } from '../parts/document.ts';
import type { View } from '../view.ts';

/** Every term with its other names and what it means; each has an address of its own within the page. */
export function glossaryPage(view: View, terms: readonly GlossaryTerm[]): Page {
  const { t } = view;
  const trail = [{ href: '/help', label: t('site.help') }];
  return {
    title: t('glossary.title'),
    description: t('glossary.lead'),
    trail,
    main: html`<div class="page stack">
      ${crumbs(view, trail)}
      <div><h1>${t('glossary.title')}</h1><p class="lead">${t('glossary.lead')}</p></div>
      <dl class="glossary">
        ${terms.map(
          ({ id, term, aliases, meaning }) => html`<div id="${id}">
          <dt>${term}${aliases.length === 0 ? null : html`<span class="quiet">${aliases.join(t('glossary.between'))}</span>`}</dt>
          <dd>${meaning}</dd>
        </div>`,
        )}
      </dl>
      ${askPerson(view, '')}
    </div>`,
  };
}
