import { type Html, html } from '../html.ts';
import { icon, iconExists } from '../icons.ts';
import type { View } from '../view.ts';

/** The topics as tiles, at most `most`; `counts` is the number of articles by topic id. */
export function topicTiles(
  { t, topics }: View,
  counts: ReadonlyMap<string, number>,
  most = topics.length,
): Html {
  return html`<ul class="tiles">
    ${topics.slice(0, most).map(
      (topic) => html`<li><a class="tile" href="/help/${topic.id}">
      <span class="tile-icon">${icon(iconExists(topic.icon) ? topic.icon : 'circle-help')}</span>
      <span class="tile-name">${topic.name}</span>
      <span class="tile-text">${topic.description}</span>
      <span class="tile-count">${t.count('topics.articles', counts.get(topic.id) ?? 0)}</span>
    </a></li>`,
    )}
  </ul>`;
}
