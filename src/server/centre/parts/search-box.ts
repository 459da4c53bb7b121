import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import type { View } from '../view.ts';

/** The search box: a GET form that works alone; a script adds suggestions to it while typing. */
export function searchBox({ t, locale }: View, question = '', labelled = true): Html {
  return html`<form class="search" role="search" action="/help" method="get" data-search data-lang="${locale}">
    <label class="${labelled ? 'search-label' : 'visually-hidden'}" for="q">${t('search.label')}</label>
    <div class="search-field">
      ${icon('search')}
      <input id="q" name="q" type="search" value="${question}" placeholder="${t('search.placeholder')}" maxlength="200"
        autocomplete="off" autocapitalize="off" enterkeyhint="search"
        data-urgent="${t('search.suggestUrgent')}" data-person="${t('search.askPerson')}" data-none="${t('search.noneTitle')}"
        data-label="${t('search.suggestions')}" data-one="${t.raw('search.suggestionCount.one')}" data-other="${t.raw('search.suggestionCount.other')}">
      <button class="button" type="submit">${t('search.button')}</button>
    </div>
  </form>`;
}
