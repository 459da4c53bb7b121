import { type Locale, locales } from '../../../contract/locale.ts';
import type { Deps } from '../../deps.ts';
import { openLibrary } from '../../help/library.ts';
import type { App } from '../../platform/http.ts';
import { escapeText } from '../html.ts';
import { articleHref } from '../parts/article-list.ts';
import { sendCached } from '../send-cached.ts';
import { sourcesOf } from '../sources.ts';
import { originOf } from '../view.ts';
import { hidden } from './pages.ts';

/** A sitemap holds at most 50,000 addresses (https://www.sitemaps.org/protocol.html); each page has one in each language. */
const PAGES_MAX = Math.floor(50_000 / locales.length);

/** A page with the languages it is written in; `changed` is YYYY-MM-DD. */
interface Place {
  path: string;
  written: readonly Locale[];
  changed?: string | undefined;
}

async function placesOf(deps: Deps): Promise<Place[]> {
  const [{ articles }, topics] = await Promise.all([openLibrary(deps), sourcesOf(deps).topics('zh-CN')]);
  const plain = [
    '/',
    '/help',
    '/help/start',
    '/help/glossary',
    '/contact',
    '/check',
    ...topics.map(({ id }) => `/help/${id}`),
  ];
  const listed = new Set(topics.map(({ id }) => id));
  return [
    ...plain.map((path) => ({ path, written: locales })),
    ...articles
      .filter(({ topic }) => listed.has(topic))
      .map((article) => ({
        path: articleHref(article),
        written: article.versions.map(({ locale }) => locale),
        changed: article.versions
          .map(({ reviewedOn }) => reviewedOn)
          .sort()
          .at(-1),
      })),
  ].slice(0, PAGES_MAX);
}

/** One page in each of its languages, each naming the others. */
function entries(origin: string, { path, written, changed }: Place): string[] {
  const address = (locale: Locale): string => escapeText(`${origin}${path}?lang=${locale}`);
  const others = written
    .map((locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${address(locale)}"/>`)
    .join('');
  const date = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`;
  return written.map((locale) => `<url><loc>${address(locale)}</loc>${date}${others}</url>`);
}

/** Every public page, for search engines. */
export function registerSitemap(app: App, deps: Deps): void {
  app.get('/sitemap.xml', hidden, async (request, reply) => {
    const origin = originOf(deps, request);
    const urls = (await placesOf(deps)).flatMap((place) => entries(origin, place));
    const text = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
    reply.headers({
      'content-type': 'application/xml; charset=utf-8',
      'cache-control': 'no-cache',
      vary: 'Accept-Encoding',
    });
    return sendCached(request, reply, text);
  });
}
