import type { GlossaryTerm } from '../../../contract/glossary.ts';
import { linkTerms } from '../../glossary/link-terms.ts';
import { escapeText, type Html, html, trusted } from '../html.ts';
import type { View } from '../view.ts';

const boxId = (id: string): string => `term-${id}`;

/**
 * An article's body with the terms of the glossary to be tapped where they are first used. What they mean opens in a
 * popover, which needs no script; where a browser knows none, the meanings stand below the article.
 */
export function explained(
  { t }: View,
  body: string,
  terms: readonly GlossaryTerm[],
): { body: Html; meanings: Html | null; used: readonly string[] } {
  const linked = linkTerms(
    body,
    terms,
    (id, words) =>
      `<button type="button" class="term" popovertarget="${escapeText(boxId(id))}">${words}</button>`,
  );
  const used = linked.used.flatMap((id) => terms.find((term) => term.id === id) ?? []);
  const meanings = html`${used.map(
    ({ id, term, meaning }) => html`<div class="meaning" popover id="${boxId(id)}" role="note">
      <p class="meaning-term">${term}</p><p>${meaning}</p>
      <p><a href="/help/glossary#${id}">${t('glossary.all')}</a></p>
    </div>`,
  )}`;
  return {
    body: trusted(linked.html),
    meanings: used.length === 0 ? null : meanings,
    used: linked.used,
  };
}
