import { randomUUID } from 'node:crypto';
import type { ISql } from 'postgres';
import { inspect } from '../guard/inspect.ts';
import { newToken, tokenHash } from './secret-token.ts';
import { insertSession } from './session-store.ts';

/** Where a request came from, as it is shown in the list of sessions. */
export interface Origin {
  ip: string;
  userAgent: string;
}

/** A new session with a secret of its own: signing in never goes on with a secret from before (session fixation). */
export async function startSession(
  sql: ISql,
  staffId: string,
  { ip, userAgent }: Origin,
  now: Date,
): Promise<{ id: string; token: string }> {
  const session = { id: randomUUID(), token: newToken() };
  const hash = tokenHash(session.token);
  await insertSession(sql, {
    id: session.id,
    tokenHash: hash,
    staffId,
    ip,
    userAgent: inspect(userAgent.slice(0, 300), 'en').text,
    now,
  });
  return session;
}
