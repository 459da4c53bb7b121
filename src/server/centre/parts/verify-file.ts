import type { PublicKey } from '../../../contract/transcript-file.ts';
import { type Html, html, jsonText } from '../html.ts';
import { icon } from '../icons.ts';
import type { View } from '../view.ts';

const words = [
  'intact',
  'altered',
  'head',
  'lines',
  'missing',
  'moved',
  'foreign',
  'unreadable',
  'cannot',
] as const;

/** Takes a signed transcript and says whether it is as we signed it: in the browser alone, with the keys of this page. */
export function verifyFile({ t }: View, keys: readonly PublicKey[]): Html {
  const says = Object.fromEntries(words.map((key) => [key, t.raw(`file.${key}`)]));
  return html`<section class="card" id="file" aria-labelledby="file-title">
    <h2 id="file-title" class="card-title">${icon('file-check')}${t('file.title')}</h2>
    <p>${t('file.text')}</p>
    <noscript><p class="quiet">${t('file.noScript')}</p></noscript>
    <label class="file-choice" for="check-file">${t('file.choose')}</label>
    <input id="check-file" class="file-input" type="file" accept=".json,application/json" data-verify-file>
    <div class="file-answer" role="status"></div>
    <script type="application/json" id="verify-settings">${jsonText({ keys, says })}</script>
  </section>`;
}
