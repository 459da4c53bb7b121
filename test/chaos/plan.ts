import type { Random } from './random.ts';

/** What is done to the server and its database. `downMs`: how long nobody starts it again. */
export type Kill =
  | { readonly kind: 'kill-server'; readonly downMs: number }
  /** Server and database at once, as when the power fails. */
  | { readonly kind: 'kill-both'; readonly downMs: number }
  /** Killed, and killed again while it starts. */
  | { readonly kind: 'kill-twice'; readonly downMs: number; readonly againMs: number }
  | { readonly kind: 'stop-database' }
  /** Stopped in its tracks and woken later: it comes back without knowing. Not counted as a kill. */
  | { readonly kind: 'freeze-server'; readonly ms: number };

/** What is done to a share of the connections, or (`refuse`) to all newcomers. */
export type Cut =
  | { readonly kind: 'cut' | 'halve'; readonly share: number }
  | { readonly kind: 'mute' | 'stall' | 'delay' | 'split'; readonly share: number; readonly ms: number }
  | { readonly kind: 'refuse'; readonly ms: number };

export interface Plan {
  /** One after the other, `afterMs` after the server stood again. */
  readonly kills: readonly { readonly afterMs: number; readonly kill: Kill }[];
  /** Beside them, again and again from the beginning until the kills are done. */
  readonly cuts: readonly { readonly afterMs: number; readonly cut: Cut }[];
}

export interface PlanSize {
  readonly kills: number;
  /** Least and most milliseconds between a server that stands and its next kill. */
  readonly calmMs: readonly [number, number];
}

const CUTS = 400;

function drawKill(kind: Kill['kind'], random: Random): Kill {
  const downMs = random.between(0, 1200);
  if (kind === 'stop-database') return { kind };
  if (kind === 'freeze-server') return { kind, ms: random.between(300, 5000) };
  return kind === 'kill-twice' ? { kind, downMs, againMs: random.between(50, 1500) } : { kind, downMs };
}

function drawCut(random: Random): Cut {
  const kind = random.pick([
    'cut',
    'cut',
    'halve',
    'halve',
    'mute',
    'mute',
    'stall',
    'delay',
    'split',
    'refuse',
  ] as const);
  const share = random.pick([0.05, 0.1, 0.1, 0.2, 0.4, 1]);
  if (kind === 'cut' || kind === 'halve') return { kind, share };
  if (kind === 'refuse') return { kind, ms: random.between(50, 800) };
  return { kind, share, ms: random.between(50, 2500) };
}

/** The whole of what will be done, drawn before anything begins: the same random row gives the same plan. */
export function makePlan(random: Random, { kills, calmMs: [least, most] }: PlanSize): Plan {
  const kinds: Kill['kind'][] = [
    'kill-server',
    'stop-database',
    'kill-both',
    'stop-database',
    'kill-server',
    'kill-twice',
  ];
  const row = random.shuffle(
    Array.from({ length: kills }, (_, i) => kinds[i % kinds.length] as Kill['kind']),
  );
  const withFreezes = row.flatMap((kind) =>
    random.chance(0.15) ? ([kind, 'freeze-server'] as const) : [kind],
  );
  return {
    kills: withFreezes.map((kind) => ({
      afterMs: random.between(least, most),
      kill: drawKill(kind, random),
    })),
    cuts: Array.from({ length: CUTS }, () => ({ afterMs: random.between(200, 1200), cut: drawCut(random) })),
  };
}
