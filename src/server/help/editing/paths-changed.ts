import { isDeepStrictEqual } from 'node:util';
import type { ArticleContent } from '../../../contract/editing.ts';
import { locales } from '../../../contract/locale.ts';

/** What is different, by path: `contact`, `versions.en.title`. The words themselves are in the revisions. */
export function pathsChanged(before: ArticleContent, after: ArticleContent): string[] {
  const { versions: was, ...old } = before;
  const { versions: is, ...fresh } = after;
  const top = (Object.keys(fresh) as (keyof typeof fresh)[]).filter(
    (field) => !isDeepStrictEqual(old[field], fresh[field]),
  );
  const words = locales.flatMap((locale) => {
    const [from, to] = [was[locale], is[locale]];
    if (from === null || to === null) return from === to ? [] : [`versions.${locale}`];
    return (Object.keys(to) as (keyof typeof to)[])
      .filter((field) => !isDeepStrictEqual(from[field], to[field]))
      .map((field) => `versions.${locale}.${field}`);
  });
  return [...top, ...words];
}
