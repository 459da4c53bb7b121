import type { WaitHistory } from '../../../contract/queue.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import type { View } from '../view.ts';

/** So many hours are called the quietest. */
const QUIETEST = 3;

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

function waitText({ t }: View, minutes: number): string {
  return minutes < 1 ? t('waits.under') : t('waits.minutes', { minutes });
}

function hoursTable(view: View, hours: WaitHistory['hours']): Html {
  const { t } = view;
  const quietest = hours
    .toSorted((a, b) => a.minutes - b.minutes || a.hour - b.hour)
    .slice(0, QUIETEST)
    .sort((a, b) => a.hour - b.hour);
  return html`<p>${t('waits.quietest', { hours: quietest.map(({ hour }) => clock(hour)).join(t('waits.comma')) })}</p>
    <table class="waits">
      <caption class="visually-hidden">${t('waits.byHour')}</caption>
      <thead><tr><th scope="col">${t('waits.hour')}</th><th scope="col">${t('waits.half')}</th></tr></thead>
      <tbody>${hours.map(
        ({ hour, minutes }) =>
          html`<tr><th scope="row">${clock(hour)}</th><td>${waitText(view, minutes)}</td></tr>`,
      )}</tbody>
    </table>`;
}

/** When waits are short, and how true what the centre says of them is; or plainly that nothing is known yet. */
export function waitsCard(view: View, { score, hours }: WaitHistory): Html {
  const { t } = view;
  const percent = Math.round((score?.inside ?? 0) * 100);
  return html`<section class="card" aria-labelledby="waits-title">
    <h2 id="waits-title" class="card-title">${icon('clock')}${t('waits.title')}</h2>
    ${hours.length === 0 ? html`<p>${t('waits.none')}</p>` : hoursTable(view, hours)}
    <p class="quiet">${score === null ? t('waits.noScore') : t('waits.score', { percent, count: score.count })}</p>
  </section>`;
}
