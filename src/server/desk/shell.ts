import { defaultBrand } from '../../contract/brand.ts';
import { readBrand } from '../brand/read-brand.ts';
import { readEntry } from '../centre/assets.ts';
import { widenPolicy } from '../centre/headers.ts';
import { html } from '../centre/html.ts';
import { sendPage } from '../centre/send-page.ts';
import type { Deps } from '../deps.ts';
import type { App } from '../platform/http.ts';

/** The one page of the desk; everything else on it is drawn in the browser. */
export function registerDeskShell(app: App, deps: Deps): void {
  for (const path of ['/desk', '/desk/*']) {
    app.get(path, { schema: { hide: true } }, async (request, reply) => {
      const entry = readEntry('desk');
      const { accent } = await readBrand(deps.sql);
      const brand = accent === defaultBrand.accent ? [] : [`/brand.css?accent=${accent.slice(1)}`];
      const styles = [...(entry?.styles ?? []), ...brand].map(
        (href) => html`<link rel="stylesheet" href="${href}">`,
      );
      const imports = (entry?.imports ?? []).map((href) => html`<link rel="modulepreload" href="${href}">`);
      const script = entry === null ? '' : html`<script type="module" src="${entry.script}"></script>`;
      // Mantine sets sizes as style attributes; scripts stay forbidden inline.
      widenPolicy(reply, { styles: ["'unsafe-inline'"] });
      const page = html`<!doctype html><html lang="${request.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>OKPay</title><link rel="icon" href="/favicon.svg" type="image/svg+xml">${styles}${imports}${script}</head><body><div id="desk"></div></body></html>`;
      return sendPage(request, reply, page, { locale: request.locale });
    });
  }
}
