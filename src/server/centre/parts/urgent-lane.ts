import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { urgentReasons } from '../urgent.ts';
import type { View } from '../view.ts';

/** The emergency lane: three reasons that lead straight to a person. */
export function urgentLane({ t }: View): Html {
  return html`<section class="urgent" aria-labelledby="urgent-title">
    <div class="urgent-words">
      <h2 id="urgent-title">${icon('siren')}${t('urgent.title')}</h2>
      <p>${t('urgent.text')}</p>
    </div>
    <ul class="urgent-reasons">
      ${urgentReasons.map(
        (reason) =>
          html`<li><a href="/chat?urgent=${reason.id}">${icon(reason.icon)}<span>${t(`urgent.${reason.id}`)}</span></a></li>`,
      )}
    </ul>
  </section>`;
}
