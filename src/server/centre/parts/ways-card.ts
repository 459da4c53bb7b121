import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { zoneName } from '../times.ts';
import type { View } from '../view.ts';
import { type Way, waysOf } from '../ways.ts';

function wayRow(way: Way): Html {
  const action = way.actions[0];
  return html`<li class="way" data-way="${way.id}">
    <span class="way-icon">${icon(way.icon)}</span>
    <div class="way-words">
      <h3>${way.title}</h3>
      <p><span class="dot" data-on="${way.on ? 'yes' : 'no'}" aria-hidden="true"></span>${way.truth}</p>
      ${way.id === 'chat' ? null : way.actions.map(({ href, label }) => html`<a class="way-link" href="${href}">${label}</a>`)}
    </div>
    ${way.id === 'chat' && action ? html`<a class="button" href="${action.href}" data-chat-open>${action.label}</a>` : null}
  </li>`;
}

/** The ways of contact with what is true at this minute; `but` leaves one out where it is known not to work. */
export function waysCard(view: View, but?: Way['id']): Html {
  const { t, availability, locale, now, timeZone } = view;
  return html`<section class="card ways" aria-labelledby="ways-title">
    <h2 id="ways-title" class="card-title">${t('contact.ways')}</h2>
    ${availability.holiday ? html`<p class="quiet">${t('contact.holiday', { name: availability.holiday[locale] })}</p>` : null}
    <ul>${waysOf(view)
      .filter((way) => way.id !== but)
      .map(wayRow)}</ul>
    <p class="quiet">${t('contact.zone', { zone: zoneName(now, locale, timeZone) })}</p>
  </section>`;
}
