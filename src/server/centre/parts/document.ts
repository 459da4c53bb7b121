import { defaultBrand } from '../../../contract/brand.ts';
import { locales } from '../../../contract/locale.ts';
import { type EntryName, readEntry } from '../assets.ts';
import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';
import { chatButton } from './chat-button.ts';
import { footer } from './footer.ts';
import { header } from './header.ts';

/** What one page adds to the frame. */
export interface Page {
  readonly title: string;
  readonly description?: string;
  readonly main: Html;
  /** Shown full height, without footer and chat button. */
  readonly app?: boolean;
  /** Inside a panel of another page of ours: without header. */
  readonly framed?: boolean;
  /** False for pages that are nobody else's business. */
  readonly indexed?: boolean;
  readonly programs?: readonly EntryName[];
}

function alternates({ origin, path }: View): Html {
  return html`<link rel="canonical" href="${origin}${path}">
  ${locales.map((locale) => html`<link rel="alternate" hreflang="${locale}" href="${origin}${path}?lang=${locale}">\n  `)}<link rel="alternate" hreflang="x-default" href="${origin}${path}">`;
}

function programs(names: readonly EntryName[]): Html[] {
  const entries = names.flatMap((name) => readEntry(name) ?? []);
  const styles = new Set(entries.flatMap((entry) => entry.styles));
  const imports = new Set(entries.flatMap((entry) => entry.imports));
  return [
    ...[...styles].map((href) => html`<link rel="stylesheet" href="${href}">`),
    ...[...imports].map((href) => html`<link rel="modulepreload" href="${href}">`),
    ...entries.map((entry) => html`<script type="module" src="${entry.script}"></script>`),
  ];
}

const brandStyle = ({ brand }: View): Html | null =>
  brand.accent === defaultBrand.accent
    ? null
    : html`<link rel="stylesheet" href="/brand.css?accent=${brand.accent.slice(1)}">`;

function head(view: View, page: Page): Html {
  const site = view.t('site.title', { brand: view.brandName });
  return html`<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
  <title>${page.title === site ? site : `${page.title} · ${site}`}</title>
  ${page.description ? html`<meta name="description" content="${page.description}">` : null}
  ${page.indexed === false ? html`<meta name="robots" content="noindex">` : alternates(view)}
  <meta name="color-scheme" content="light dark">
  <meta name="format-detection" content="telephone=no">
  <link rel="icon" href="/favicon.svg" type="image/svg+xml">
  ${programs(['centre', ...(page.programs ?? [])])}
  ${brandStyle(view)}
</head>`;
}

/** A whole page: frame and content. The skip link, landmarks and language are the same on every one. */
export function renderDocument(view: View, page: Page): Html {
  return html`<!doctype html>
<html lang="${view.locale}">
${head(view, page)}
<body${page.app ? html` class="app"` : null}>
  <a class="skip" href="#main">${view.t('site.skip')}</a>
  ${page.framed ? null : header(view)}
  <main id="main" tabindex="-1">${page.main}</main>
  ${page.app ? null : [footer(view), chatButton(view)]}
</body>
</html>
`;
}
