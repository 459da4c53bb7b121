import type { Deps } from '../deps.ts';
import { readSites } from '../launcher/read-sites.ts';
import { putSetting } from '../platform/settings-store.ts';
import { openShop } from './shop.ts';

/**
 * Opens the sample shop on the port after the centre's, and lets it show the centre.
 * @returns the line to print: where it is
 */
export async function openDemoShop({ sql, config, clock }: Deps): Promise<string> {
  const identityKey = config.identityKeys.find(({ alg }) => alg === 'HS256');
  const centre = config.publicUrl ?? `http://localhost:${config.port}`;
  const shop = await openShop(centre, { port: config.port + 1, identityKey });
  const sites = [...new Set([...(await readSites(sql)), shop.url])];
  await putSetting(sql, 'launcher', { sites }, null, clock.now());
  return `  A shop that embeds it: ${shop.url}/`;
}
