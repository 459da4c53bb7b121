import { defaultBrand } from '../../../contract/brand.ts';
import { type Locale, locales } from '../../../contract/locale.ts';
import { type EntryName, readEntry } from '../assets.ts';
import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';
import { chatButton } from './chat-button.ts';
import type { Step } from './crumbs.ts';
import { footer } from './footer.ts';
import { header } from './header.ts';
import { panelBar, panelTabs } from './panel.ts';
import { preview } from './preview.ts';
import { type Question, structuredData } from './structured-data.ts';

/** What one page adds to the frame. */
export interface Page {
  readonly title: string;
  readonly description?: string;
  readonly main: Html;
  /** The steps between home and this page, as its crumbs show them. */
  readonly trail?: readonly Step[];
  /** Questions that this page answers, for search engines. */
  readonly questions?: readonly Question[];
  /** Languages the page is written in, where that is not all of them. */
  readonly written?: readonly Locale[];
  /** Shown full height, without footer and chat button. */
  readonly app?: boolean;
  /** Inside a panel of another page of ours: without header. */
  readonly framed?: boolean;
  /** False for pages that are nobody else's business. */
  readonly indexed?: boolean;
  readonly programs?: readonly EntryName[];
}

/**
 * The page's own address: with its language where one was asked for, because search engines keep each language as a
 * page of its own. A page that is not written in the language asked for points to the one it is written in.
 */
function canonical({ origin, path, query, locale }: View, written: readonly Locale[]): string {
  if (!written.includes(locale)) return `${origin}${path}?lang=${written[0]}`;
  return `${origin}${path}${query.has('lang') ? `?lang=${locale}` : ''}`;
}

function alternates({ origin, path }: View, written: readonly Locale[]): Html {
  return html`${written.map((locale) => html`<link rel="alternate" hreflang="${locale}" href="${origin}${path}?lang=${locale}">\n  `)}<link rel="alternate" hreflang="x-default" href="${origin}${path}">`;
}

/** What search engines, and whoever is sent a link, learn of a page. */
function forOthers(view: View, page: Page): Html {
  const { written = locales } = page;
  const address = canonical(view, written);
  return html`<link rel="canonical" href="${address}">
  ${alternates(view, written)}
  ${preview(view, page, address)}
  ${structuredData(view, page)}`;
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
  ${page.indexed === false ? html`<meta name="robots" content="noindex">` : forOthers(view, page)}
  <meta name="color-scheme" content="light dark">
  <meta name="format-detection" content="telephone=no">
  <link rel="icon" href="/favicon.svg" type="image/svg+xml">
  ${programs(['centre', ...(page.programs ?? [])])}
  ${brandStyle(view)}
</head>`;
}

function classOf({ panel }: View, { app, framed }: Page): Html | null {
  const names = [app ? 'app' : '', panel && !framed ? 'panel' : ''].filter(Boolean);
  return names.length === 0 ? null : html` class="${names.join(' ')}"`;
}

/** A whole page: frame and content. The skip link, landmarks and language are the same on every one. */
export function renderDocument(view: View, page: Page): Html {
  return html`<!doctype html>
<html lang="${view.locale}">
${head(view, page)}
<body${classOf(view, page)}>
  <a class="skip" href="#main">${view.t('site.skip')}</a>
  ${page.framed ? null : view.panel ? panelBar(view) : header(view)}
  <main id="main" tabindex="-1">${page.main}</main>
  ${page.app ? null : view.panel ? panelTabs(view) : [footer(view), chatButton(view)]}
</body>
</html>
`;
}
