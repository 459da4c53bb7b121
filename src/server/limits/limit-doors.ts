import { LRUCache } from 'lru-cache';
import { AppError } from '../platform/app-error.ts';
import type { Config } from '../platform/config.ts';
import type { App } from '../platform/http.ts';
import { Allowance } from '../realtime/allowance.ts';
import { addressKey } from './address-key.ts';

/** Addresses that are remembered; the longest unheard of is forgotten first, and has its allowance anew. */
const ADDRESSES = 50_000;
/** Seconds' worth of requests that may come at once: a page with its parts, an office that starts its day. */
const BURST_SECONDS = 10;

/**
 * The widest limit, on every door at once: what one address may ask of this node, whatever it asks for. Doors that are
 * worth more, such as signing in, have limits of their own that all nodes share (take.ts). Built files are left out:
 * they are names that never change, and cost nothing.
 */
export function limitDoors(app: App, { requestsPerSecond }: Pick<Config, 'requestsPerSecond'>): void {
  const allowances = new LRUCache<string, Allowance>({ max: ADDRESSES });
  app.addHook('onRequest', async ({ ip, url }) => {
    if (url.startsWith('/assets/')) return;
    const key = addressKey(ip);
    let allowance = allowances.get(key);
    if (allowance === undefined) {
      allowance = new Allowance(requestsPerSecond, BURST_SECONDS);
      allowances.set(key, allowance);
    }
    const waitMs = allowance.take(performance.now());
    if (waitMs > 0) throw new AppError('too-many-requests', { seconds: Math.ceil(waitMs / 1000) });
  });
}
