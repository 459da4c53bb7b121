import type { WhyNot } from '../../contract/help.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import { inspect } from '../guard/inspect.ts';
import { take } from '../limits/take.ts';
import { AppError } from '../platform/app-error.ts';
import { openLibrary } from './library.ts';
import { addReason } from './reasons-store.ts';

interface Said {
  articleId: string;
  locale: Locale;
  why: WhyNot;
  /** What the reader had asked; '' when they came to the article by another way. */
  question: string;
  /** Whose pace is limited. */
  address: string;
}

/**
 * Keeps why an article did not help, with the question that led to it.
 * @throws AppError not-found for an article that does not exist, too-many-requests past the pace of a person
 */
export async function sayWhyNot(
  deps: Pick<Deps, 'sql' | 'clock'>,
  { articleId, locale, why, question, address }: Said,
): Promise<void> {
  const { byId } = await openLibrary(deps);
  if (!byId.has(articleId)) throw new AppError('not-found');
  await take(deps, `why-not:${address}`, { everySeconds: 20, burst: 15 });
  await addReason(deps.sql, {
    articleId,
    locale,
    why,
    via: 'article',
    question: question === '' ? null : inspect(question, locale).text,
    at: deps.clock.now(),
  });
}
