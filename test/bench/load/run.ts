/** The load as a process of its own: does what its parent asks, one thing after another. */
import { answer } from '../child.ts';
import { type Cast, Crowd } from './crowd.ts';
import type { DialectName } from './dialect.ts';
import { pace, saturate } from './drive.ts';

export type LoadRequest =
  | { do: 'join'; name: string; port: number; dialect: DialectName; cast: Cast }
  | { do: 'saturate'; name: string; inFlight: number; seconds: number }
  | { do: 'pace'; name: string; rate: number; seconds: number }
  | { do: 'leave'; name: string };

export interface Latency {
  p50: number;
  p99: number;
  max: number;
}

const crowds = new Map<string, Crowd>();

const at = (sorted: Float64Array, share: number): number =>
  sorted[Math.floor(sorted.length * share)] ?? Number.NaN;

answer(async (request: LoadRequest): Promise<unknown> => {
  if (request.do === 'join') {
    const crowd = new Crowd(request.dialect);
    crowds.set(request.name, crowd);
    return crowd.join(request.port, request.cast);
  }
  const crowd = crowds.get(request.name) as Crowd;
  if (request.do === 'leave') return crowd.leave();
  if (request.do === 'saturate') return saturate(crowd, request.inFlight, request.seconds);
  const sorted = await pace(crowd, request.rate, request.seconds);
  return { p50: at(sorted, 0.5), p99: at(sorted, 0.99), max: sorted.at(-1) } satisfies Partial<Latency>;
});
