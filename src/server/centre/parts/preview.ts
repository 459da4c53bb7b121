import type { Locale } from '../../../contract/locale.ts';
import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';

/** Open Graph writes a language with its territory. */
const territories: Record<Locale, string> = { 'zh-CN': 'zh_CN', en: 'en_US' };

/** How a page looks where its link is passed on: the Open Graph protocol (https://ogp.me). */
export function preview(
  { t, locale, origin, brandName }: View,
  { title, description }: { title: string; description?: string },
  address: string,
): Html {
  const site = t('site.title', { brand: brandName });
  const properties = {
    'og:type': 'website',
    'og:site_name': site,
    'og:title': title,
    ...(description === undefined ? {} : { 'og:description': description }),
    'og:url': address,
    'og:locale': territories[locale],
    'og:image': `${origin}/share.png`,
    'og:image:width': 1200,
    'og:image:height': 630,
    'og:image:alt': site,
  };
  return html`${Object.entries(properties).map(
    ([name, content]) => html`<meta property="${name}" content="${content}">\n  `,
  )}<meta name="twitter:card" content="summary_large_image">`;
}
