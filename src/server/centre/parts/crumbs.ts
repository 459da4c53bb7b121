import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import type { View } from '../view.ts';

/** A page on the way to another. */
export interface Step {
  readonly href: string;
  readonly label: string;
}

/** Where a page stands: home, then `steps`; the page itself is its heading. */
export function crumbs({ t }: View, steps: readonly Step[]): Html {
  return html`<nav class="crumbs" aria-label="${t('site.crumbs')}"><ol>
    <li><a href="/">${t('site.home')}</a></li>
    ${steps.map(({ href, label }) => html`<li>${icon('chevron-right')}<a href="${href}">${label}</a></li>`)}
  </ol></nav>`;
}
