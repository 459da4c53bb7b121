import type { ArticleSummary } from '../../contract/help.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import { movedTo } from './editing/published-store.ts';
import { findDraft } from './editing/store.ts';
import { summaryOf } from './find-articles.ts';
import { openLibrary } from './library.ts';

/** Where an old link leads: to an article that customers can read, or to one that was taken out of use. */
export type Moved =
  | { readonly article: ArticleSummary; readonly title?: never }
  | { readonly article: null; readonly title: string };

/** More replacements than this are a circle. */
const STEPS_MAX = 10;

/** What became of an article that cannot be read under this id; null when there never was one for customers. */
export async function findMoved(
  deps: Pick<Deps, 'sql' | 'clock'>,
  id: string,
  locale: Locale,
): Promise<Moved | null> {
  const { byId } = await openLibrary(deps);
  let gone: Moved | null = null;
  let next: string | null = id;
  for (let step = 0; next !== null && step < STEPS_MAX; step += 1) {
    const current: string = (await movedTo(deps.sql, next)) ?? next;
    const article = byId.get(current);
    const summary = article && summaryOf(article, locale);
    if (summary) return { article: summary };
    const draft = await findDraft(deps.sql, current);
    if (draft === null || draft.archivedAt === null) return gone;
    const { versions } = draft.content;
    gone ??= { article: null, title: (versions[locale] ?? versions['zh-CN'] ?? versions.en)?.title ?? '' };
    next = draft.replacement;
  }
  return gone;
}
