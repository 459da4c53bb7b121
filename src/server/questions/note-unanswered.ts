import type { Locale } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import { keepable } from './keepable.ts';
import { addUnanswered } from './unanswered-store.ts';

/** Keeps a question that no article answered for editors, unless it says who asked. */
export async function noteUnanswered(
  { sql, clock }: Pick<Deps, 'sql' | 'clock'>,
  { question, locale }: { question: string; locale: Locale },
): Promise<void> {
  const kept = keepable(question, locale);
  if (kept !== null) await addUnanswered(sql, { locale, question: kept, at: clock.now() });
}
