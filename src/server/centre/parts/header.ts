import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import type { View } from '../view.ts';

/** The name and its mark; leads home. */
function brandLink({ t, brandName }: View): Html {
  return html`<a class="brand" href="/">
      <span class="brand-mark" aria-hidden="true">${icon('shield-check')}</span>
      <span class="brand-name"><strong>${brandName}</strong> <span>${t('site.centre')}</span></span>
    </a>`;
}

/** This page in the other language. */
function languageLink({ t, locale, path, query }: View): Html {
  const other = locale === 'zh-CN' ? 'en' : 'zh-CN';
  const next = new URLSearchParams(query);
  next.set('lang', other);
  return html`<a class="language" href="${path}?${next.toString()}" lang="${other}" hreflang="${other}" rel="alternate"
      aria-label="${t('site.languageLabel')}">${icon('languages')}<span>${t('site.language')}</span></a>`;
}

const links = [
  { href: '/help', key: 'site.help', icon: 'book-open' },
  { href: '/contact', key: 'site.contact', icon: 'headset' },
  { href: '/check', key: 'site.check', icon: 'shield-check' },
  { href: '/my', key: 'site.my', icon: 'messages-square' },
] as const;

/** Where one can go from every page. */
export function header(view: View): Html {
  const { t, path } = view;
  return html`<header class="site-header">
    <div class="page site-bar">
      ${brandLink(view)}
      <nav class="site-nav" aria-label="${t('site.nav')}">
        ${links.map(
          (link) =>
            html`<a href="${link.href}"${path.startsWith(link.href) ? html` aria-current="page"` : null}>${icon(link.icon)}<span>${t(link.key)}</span></a>`,
        )}
      </nav>
      ${languageLink(view)}
    </div>
  </header>`;
}
