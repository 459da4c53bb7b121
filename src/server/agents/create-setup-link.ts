import type { Deps } from '../deps.ts';
import { setupUrl } from './desk-links.ts';
import { insertSetupLink } from './link-store.ts';
import { newToken, tokenHash } from './secret-token.ts';
import { LINK_SECONDS } from './session-limits.ts';
import { adminExists } from './store.ts';

/** A one-time address where the first administrator is made; null once there is one. */
export async function createSetupLink({
  sql,
  clock,
  config,
}: Pick<Deps, 'sql' | 'clock' | 'config'>): Promise<string | null> {
  if (await adminExists(sql)) return null;
  const now = clock.now();
  const token = newToken();
  await insertSetupLink(sql, tokenHash(token), now, new Date(now.getTime() + LINK_SECONDS.setup * 1000));
  return setupUrl(config, token);
}
