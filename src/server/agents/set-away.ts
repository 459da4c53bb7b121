import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { isConnected } from './people-store.ts';
import { setPresenceRow } from './store.ts';

/** Takes somebody who does not answer out of the queue until they say that they are back. */
export async function setAway(deps: Pick<Deps, 'sql' | 'clock' | 'bus'>, id: string): Promise<void> {
  await deps.sql.begin(async (tx) => {
    await setPresenceRow(tx, id, 'away', deps.clock.now());
    await audit(
      tx,
      { ip: '' },
      'presence.set',
      { kind: 'staff', id },
      { presence: 'away', why: 'missed-offer' },
    );
  });
  const connected = await isConnected(deps.sql, id);
  deps.bus.publish({ kind: 'presence', agent: id, presence: 'away', connected });
}
