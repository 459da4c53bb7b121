import type { Event } from '../../contract/events.ts';
import type { Locale } from '../../contract/locale.ts';
import { readBrand } from '../brand/read-brand.ts';
import type { Deps } from '../deps.ts';
import type { Party } from '../realtime/connection.ts';
import { encode } from './audience.ts';
import { loadStates, readLog } from './store.ts';
import type { Transcript } from './transcript.ts';

const PAGE = 500;

/** The whole conversation as this party may see it. The caller has passed the door. */
export async function makeTranscript(
  deps: Deps,
  party: Party,
  conversationId: string,
  locale: Locale,
): Promise<Transcript> {
  const [[state], brand] = await Promise.all([loadStates(deps.sql, [conversationId]), readBrand(deps.sql)]);
  const events: Event[] = [];
  for (let after = 0; ; ) {
    const rows = await readLog(deps.sql, conversationId, after, PAGE);
    for (const row of rows) {
      const text = encode(row, party);
      if (text !== null) events.push(JSON.parse(text) as Event);
    }
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < PAGE) break;
  }
  return {
    caseNumber: state?.caseNumber ?? '',
    brand: brand.name[locale],
    locale,
    timeZone: deps.config.timeZone,
    madeAt: deps.clock.now().toISOString(),
    events,
  };
}
