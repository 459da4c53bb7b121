import type { Locale } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { openLibrary } from './library.ts';
import { countVote } from './store.ts';

/**
 * Counts an answer to "did this solve it?" on today's date in the centre's time zone.
 * @throws AppError not-found for an article that does not exist
 */
export async function voteOnArticle(
  deps: Pick<Deps, 'sql' | 'clock' | 'config'>,
  vote: { articleId: string; locale: Locale; solved: boolean },
): Promise<void> {
  const { byId } = await openLibrary(deps);
  if (!byId.has(vote.articleId)) throw new AppError('not-found');
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: deps.config.timeZone }).format(deps.clock.now());
  await countVote(deps.sql, { ...vote, day });
}
