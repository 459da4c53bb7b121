import type { Locale } from '../../contract/locale.ts';
import { check } from '../../trust/check.ts';
import type { Deps } from '../deps.ts';
import { inspect } from '../guard/inspect.ts';
import { take } from '../limits/take.ts';
import { invalidField } from '../platform/app-error.ts';
import { readOfficial } from './read-channels.ts';
import { addReport } from './report-store.ts';

/** How many hosts, addresses and numbers of one text are kept: a list of thousands is no message somebody was sent. */
const CHANNELS_MAX = 20;

/**
 * Keeps what a customer reports as pretending to be us, without secrets. What is official is not reported.
 * @param said `address` is whose pace is limited
 * @throws AppError `too-many-requests`; `invalid-input` for a text that names nothing to report
 */
export async function reportText(
  deps: Pick<Deps, 'sql' | 'config' | 'clock'>,
  text: string,
  { locale, address }: { locale: Locale; address: string },
): Promise<void> {
  await take(deps, `report:${address}`, { everySeconds: 30, burst: 10 });
  const { findings } = check(text, await readOfficial(deps));
  const channels = findings
    .filter(({ verdict, means }) => verdict === 'not_official' && means !== '')
    .slice(0, CHANNELS_MAX)
    .map(({ kind, means }) => ({ kind, means: inspect(means.slice(0, 300), locale).text }));
  if (channels.length === 0) throw invalidField('text', 'names nothing that could be reported');
  const kept = inspect(text, locale).text;
  const at = deps.clock.now();
  await deps.sql.begin(async (tx) => {
    for (const channel of channels) await addReport(tx, channel, kept, at);
  });
}
