import { html } from '../html.ts';
import { icon } from '../icons.ts';
import { askPerson } from '../parts/ask-person.ts';
import type { Page } from '../parts/document.ts';
import { searchBox } from '../parts/search-box.ts';
import type { View } from '../view.ts';

/** An article that was taken out of use: what it was about is searched for, and a person is there. */
export function gonePage(view: View, title: string): Page {
  const { t } = view;
  return {
    title: t('article.goneTitle'),
    indexed: false,
    main: html`<div class="page narrow stack">
      <div class="empty">${icon('archive')}<h1 class="empty-title">${t('article.goneTitle')}</h1><p>${t('article.goneText')}</p></div>
      ${searchBox(view, title, false)}
      ${askPerson(view, title)}
    </div>`,
  };
}
