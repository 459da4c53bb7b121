/** What an editor should look at in a text: links that lead nowhere, pictures that say nothing. Pure. */
import type { ArticleContent, Finding } from '../../../contract/editing.ts';
import { locales } from '../../../contract/locale.ts';
import { type Reference, referencesIn } from '../markdown.ts';
import { pictureSize } from '../pictures/picture-address.ts';

/** What became of an article that is linked to; an id that is not among them is of no article. */
export type Whereabouts = ReadonlyMap<string, 'live' | 'archived' | 'unpublished'>;

const articleLink = /^\/help\/[a-z0-9-]+\/([a-z0-9-]+)(?:[?#].*)?$/;
const followed = new Set(['https:', 'mailto:', 'tel:']);

const articleOf = (href: string): string | undefined => articleLink.exec(href)?.[1];

/** Whether a page shows a link to this address at all (markdown.ts); whether anybody answers there is not asked. */
function isAddress(href: string): boolean {
  if (/^[#/](?!\/)/.test(href)) return true;
  const url = URL.parse(href);
  return url !== null && followed.has(url.protocol);
}

/** The articles that this one links to, in its bodies and as related. */
export function leadsTo({ related, versions }: ArticleContent): string[] {
  const linked = locales.flatMap((locale) =>
    referencesIn(versions[locale]?.body ?? '').flatMap(({ href }) => articleOf(href) ?? []),
  );
  return [...new Set([...linked, ...related])];
}

function faultOf({ kind, href, words }: Reference, whereabouts: Whereabouts): Finding['kind'] | null {
  if (kind === 'picture') {
    if (pictureSize(href) === null) return 'foreign-picture';
    return words.trim() === '' ? 'no-words' : null;
  }
  const article = articleOf(href);
  if (article === undefined) return isAddress(href) ? null : 'no-address';
  const state = whereabouts.get(article) ?? 'missing';
  return state === 'live' ? null : state;
}

/** Everything to look at, in the order of the text; what is said of both languages has none. */
export function findingsIn({ related, versions }: ArticleContent, whereabouts: Whereabouts): Finding[] {
  const inTexts = locales.flatMap((locale) =>
    referencesIn(versions[locale]?.body ?? '').flatMap((reference): Finding[] => {
      const kind = faultOf(reference, whereabouts);
      return kind === null ? [] : [{ locale, kind, subject: reference.href }];
    }),
  );
  const beside = related.flatMap((id): Finding[] => {
    const state = whereabouts.get(id) ?? 'missing';
    return state === 'live' ? [] : [{ locale: null, kind: state, subject: id }];
  });
  return [...inTexts, ...beside];
}
