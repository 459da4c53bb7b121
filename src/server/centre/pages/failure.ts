import { readEntry } from '../assets.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import type { Words } from '../words.ts';

/**
 * The page for a failure. It asks nothing of the database or of settings: whatever broke, this still shows.
 * `says` is the registry's sentence, `reference` the request's id.
 */
export function failurePage(t: Words, says: string, reference: string): Html {
  return html`<!doctype html>
<html lang="${t.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${t('error.title')}</title>
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">
${readEntry('centre')?.styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}</head>
<body><main class="page narrow"><div class="empty">${icon('cloud-off')}
<h1 class="empty-title">${t('error.title')}</h1><p>${says}</p><p>${t('error.safe')}</p>
<p><a class="button" href="">${t('error.retry')}</a></p><p><a href="/contact">${t('site.contact')}</a></p>
<p class="quiet">${t('error.reference', { id: reference })}</p></div></main></body>
</html>
`;
}
