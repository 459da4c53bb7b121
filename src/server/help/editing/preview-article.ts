import type { ArticleContent } from '../../../contract/editing.ts';
import type { Article } from '../../../contract/help.ts';
import type { Locale } from '../../../contract/locale.ts';
import type { Deps } from '../../deps.ts';
import { openLibrary } from '../library.ts';
import { showArticle } from '../read-article.ts';
import { storedOf } from './content.ts';
import { currentRelated } from './published-store.ts';

/** What customers would read of a text that is being written; null while it has no words in any language. */
export async function previewArticle(
  deps: Pick<Deps, 'sql' | 'clock'>,
  id: string,
  content: ArticleContent,
  locale: Locale,
): Promise<Article | null> {
  const [{ byId }, related] = await Promise.all([openLibrary(deps), currentRelated(deps.sql, id, content)]);
  return showArticle(storedOf(id, content, related), byId, locale);
}
