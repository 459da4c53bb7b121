import { readEntry } from '../centre/assets.ts';
import { html } from '../centre/html.ts';
import { sendPage } from '../centre/send-page.ts';
import { widenPolicy } from '../centre/headers.ts';
import type { App } from '../platform/http.ts';

/** The one page of the desk; everything else on it is drawn in the browser. */
export function registerDeskShell(app: App): void {
  for (const path of ['/desk', '/desk/*']) {
    app.get(path, { schema: { hide: true } }, async (request, reply) => {
      const entry = readEntry('desk');
      // Mantine sets sizes as style attributes; scripts stay forbidden inline.
      widenPolicy(reply, { styles: ["'unsafe-inline'"] });
      const page = html`<!doctype html><html lang="${request.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>OKPay</title>${(entry?.styles ?? []).map((href) => html`<link rel="stylesheet" href="${href}">`)}${(entry?.imports ?? []).map((href) => html`<link rel="modulepreload" href="${href}">`)}${entry === null ? '' : html`<script type="module" src="${entry.script}"></script>`}</head><body><div id="desk"></div></body></html>`;
      return sendPage(request, reply, page, { locale: request.locale });
    });
  }
}
