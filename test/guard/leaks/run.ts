import { startCentre } from '../../support/centre.ts';
import type { TestDatabase } from '../../support/database.ts';
import { placesOfBrowsers } from './browser.ts';
import type { LeakCase } from './cases.ts';
import { doors, setStage } from './doors.ts';
import { findTraces, placesOf } from './traces.ts';

export interface Leaks {
  /** Texts that were sent, each at every door. */
  sent: number;
  doors: number;
  /** Texts that were typed into browsers as well. */
  typed: number;
  places: number;
  /** Where a raw secret was found, and what the server called an error; both are to be empty. */
  found: string[];
  errors: string[];
}

/** A log that tells all it ever would, and limits that do not stand before a door. */
const variables = { LOG_LEVEL: 'debug', TRUST_PROXY: 'loopback', SOCKET_MESSAGES_PER_SECOND: '1000' };

/** Says every case at every door of a running server, then looks for it in everything that server kept and said. */
export async function runLeakcheck(
  cases: LeakCase[],
  database?: TestDatabase,
  typed: LeakCase[] = [],
): Promise<Leaks> {
  const centre = await startCentre(variables, database);
  try {
    const stage = await setStage(centre);
    for (const { text } of cases) await Promise.all(Object.values(doors).map((door) => door(stage, text)));
    await indexed(stage.centre.database.sql);
    const typedPlaces = typed.length > 0 ? await placesOfBrowsers(stage, typed) : [];
    const places = [...(await placesOf(stage)), ...typedPlaces];
    stage.desk.close();
    return {
      sent: cases.length,
      doors: Object.keys(doors).length,
      places: places.length,
      typed: typed.length,
      found: findTraces(cases, places),
      errors: centre.errors,
    };
  } finally {
    await centre.close();
  }
}

const INDEX_WAIT_MS = 30_000;
const LOOK_AGAIN_MS = 200;

/** What follows a message comes a moment later: waits until the search index has read the log to its end. */
async function indexed(sql: TestDatabase['sql']): Promise<void> {
  const until = Date.now() + INDEX_WAIT_MS;
  while (Date.now() < until) {
    const [row] = await sql`
      select (select max(pos) from events where type in ('message.posted', 'note.added')) <= max(pos) as done
      from log_cursors`;
    if (row?.done === true) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
