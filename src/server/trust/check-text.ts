import type { Locale } from '../../contract/locale.ts';
import type { CheckAnswer } from '../../contract/official.ts';
import { adviceText } from '../../trust/advice.ts';
import { type Checked, check } from '../../trust/check.ts';
import { reasonText } from '../../trust/reasons.ts';
import type { Deps } from '../deps.ts';
import { take } from '../limits/take.ts';
import { readOfficial } from './read-channels.ts';

const inWords = ({ verdict, reason, findings }: Checked, locale: Locale): CheckAnswer => ({
  verdict,
  reason: reasonText(reason, locale),
  advice: adviceText(verdict, locale),
  mentions: findings.map(({ kind, written, means, verdict, reason }) => ({
    kind,
    written,
    means,
    verdict,
    reason: reasonText(reason, locale),
  })),
});

/**
 * Whether what a customer pasted is ours. Nothing of it is kept.
 * @param asked `address` is whose pace is limited
 * @throws AppError `too-many-requests`
 */
export async function checkText(
  deps: Pick<Deps, 'sql' | 'config' | 'clock'>,
  text: string,
  { locale, address }: { locale: Locale; address: string },
): Promise<CheckAnswer> {
  await take(deps, `check:${address}`, { everySeconds: 2, burst: 30 });
  return inWords(check(text, await readOfficial(deps)), locale);
}
