import { hasRoom, isFor } from './fits.ts';
import { byTurn, headStart } from './order.ts';
import type { Rates } from './rates.ts';
import { type Agent, type Snapshot, type Waiting, weights } from './snapshot.ts';

/** What is known of a wait that is still to come, in milliseconds. */
export interface Estimate {
  mean: number;
  deviation: number;
}

/** Conversations these agents hold when they are full: as many as fit, or as they have where an emergency came on top. */
const held = (agents: readonly Agent[], { channel }: Waiting): number =>
  agents.reduce((sum, { capacity, load }) => sum + Math.max(capacity, load) / weights[channel], 0);

const fitting = ({ agents }: Snapshot, waiting: Waiting): Agent[] =>
  agents.filter((agent) => isFor(agent, waiting));

const keys = new WeakMap<Waiting, string>();

/** Conversations with the same key are for the same agents. Everybody behind asks for it, so that it is kept. */
function needKey(waiting: Waiting): string {
  const { priority, teamId, language, skills, needsSenior, notAgents } = waiting;
  const key =
    keys.get(waiting) ??
    [priority === 'P1', teamId, language, skills.join(), needsSenior, notAgents.join()].join(' ');
  keys.set(waiting, key);
  return key;
}

/** Those who go before and are for the same agents. */
interface Rivals {
  count: number;
  /** Agents who are for them and for this customer too, and those who are for them alone. */
  shared: Agent[];
  others: Agent[];
}

function rivalsOf(snapshot: Snapshot, waiting: Waiting): Rivals[] {
  const mine = new Set(fitting(snapshot, waiting));
  const byNeed = new Map<string, Rivals>();
  for (const rival of snapshot.waiting) {
    if (rival.id === waiting.id || byTurn(rival, waiting) > 0) continue;
    const key = needKey(rival);
    const known = byNeed.get(key);
    if (known !== undefined) known.count += 1;
    else {
      const { shared = [], others = [] } = Object.groupBy(fitting(snapshot, rival), (agent) =>
        mine.has(agent) ? 'shared' : 'others',
      );
      byNeed.set(key, { count: 1, shared, others });
    }
  }
  return [...byNeed.values()].filter(({ shared }) => shared.length > 0);
}

/** Somebody is there who could take it, busy or not. */
export const isAttended = (snapshot: Snapshot, waiting: Waiting): boolean =>
  fitting(snapshot, waiting).length > 0;

/** The place in the queue: 1 is next. Only those count who want the same agents; while none of these is there, everybody. */
export function placeOf(snapshot: Snapshot, waiting: Waiting): number {
  if (!isAttended(snapshot, waiting))
    return (
      snapshot.waiting.filter((other) => other.id !== waiting.id && byTurn(other, waiting) < 0).length + 1
    );
  return rivalsOf(snapshot, waiting).reduce((place, { count }) => place + count, 1);
}

/** How far off the rates themselves may be, as a part of them: people come and go while the customer waits. */
const DRIFT = 0.15;

/** The time until the queue has moved `steps` times, the last of which may be a part of one. */
function timeFor(steps: number, moving: number, leaving: number): Estimate {
  let mean = 0;
  let variance = 0;
  for (let before = steps - 1; before > -1; before -= 1) {
    const step = 1 / (moving + Math.max(before, 0) * leaving);
    const part = Math.min(before + 1, 1);
    mean += part * step;
    variance += part * step ** 2;
  }
  return { mean, deviation: Math.sqrt(variance + (DRIFT * mean) ** 2) };
}

/** The expected wait and what comes before it depend on each other: a guess is bettered so often. */
const ROUNDS = 8;

/**
 * The wait still to come of somebody in the queue, by the Erlang-A model (W. Whitt, "Predicting queueing delays", 1999):
 * with j before them the queue moves at the rate at which agents complete conversations, plus j times that at which
 * customers leave; the wait is the sum of k + 1 such steps. Rivals who could go to other agents too go to those first,
 * and those who wait for a few agents count for what these complete until then. What will overtake counts as far as it
 * will come in time. Where agents have room and the queue stands all the same, since they take conversations as they
 * please, it moves as they lately took them.
 * @returns null when nobody is there for this customer, or the queue does not move
 */
export function estimate(snapshot: Snapshot, waiting: Waiting, rates: Rates): Estimate | null {
  const mine = fitting(snapshot, waiting);
  const full = !mine.some((agent) => hasRoom(agent, waiting));
  const part = mine.length / Math.max(snapshot.agents.length, 1);
  const pace = (agents: readonly Agent[]): number =>
    full ? held(agents, waiting) * rates.service : (rates.taking * agents.length) / snapshot.agents.length;
  const emergencies = full && waiting.priority !== 'P1' ? rates.emergencies * part : 0;
  const moving = Math.max(pace(mine) - emergencies, pace(mine) / 10);
  if (!(moving > 0)) return null;
  const rivals = rivalsOf(snapshot, waiting).map(({ count, shared, others }) => ({
    count,
    shared: pace(shared),
    others: pace(others),
  }));
  const overtaking = waiting.priority === 'normal' ? rates.priorities * part : 0;
  const before = (time: number): number =>
    rivals.reduce(
      (sum, { count, shared, others }) => sum + Math.min(Math.max(count - others * time, 0), shared * time),
      overtaking * Math.min(time, headStart.P2),
    );
  let expected = timeFor(1, moving, rates.leaving);
  let guess = expected.mean * (1 + rivals.reduce((sum, { count }) => sum + count, 0));
  for (let round = 0; round < ROUNDS; round += 1) {
    expected = timeFor(1 + before(guess), moving, rates.leaving);
    guess = (guess + expected.mean) / 2;
  }
  return expected;
}
