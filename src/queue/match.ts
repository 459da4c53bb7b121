import { hasRoom, isFor } from './fits.ts';
import { byTurn } from './order.ts';
import { type Agent, type Snapshot, type Waiting, weights } from './snapshot.ts';

export interface Match {
  waitingId: string;
  agentId: string;
}

/** The share of an agent's capacity that is taken; 1 and more is full. */
const fullness = ({ load, capacity }: Agent): number => load / Math.max(capacity, 1);

/** Whose loss costs others least: the own team, then no more skills and rank than needed, then the least busy. */
function preference(waiting: Waiting): (a: Agent, b: Agent) => number {
  const foreign = ({ teamIds }: Agent) =>
    waiting.teamId === null || teamIds.includes(waiting.teamId) ? 0 : 1;
  const tooGood = ({ senior, skills, languages }: Agent) =>
    (senior && !waiting.needsSenior ? 1 : 0) + skills.length + languages.length;
  return (a, b) =>
    foreign(a) - foreign(b) ||
    Number(fullness(a) >= 1) - Number(fullness(b) >= 1) ||
    tooGood(a) - tooGood(b) ||
    fullness(a) - fullness(b) ||
    a.idleSince - b.idleSince ||
    (a.id < b.id ? -1 : 1);
}

/** The agents a case may be given to now. The one who knows it is waited for, for a while, but only while there. */
export function candidates({ now, agents }: Snapshot, waiting: Waiting): Agent[] {
  const knower =
    waiting.knownBy === null
      ? undefined
      : agents.find((agent) => agent.id === waiting.knownBy && isFor(agent, waiting));
  if (knower !== undefined && hasRoom(knower, waiting)) return [knower];
  if (knower !== undefined && now < waiting.knownUntil) return [];
  return agents.filter((agent) => hasRoom(agent, waiting) && isFor(agent, waiting));
}

/**
 * Gives waiting conversations to free agents. Everybody in turn gets the best agent who is left, so that no agent stays
 * free while a conversation waits that may be given to them.
 */
export function match({ now, waiting, agents }: Snapshot): Match[] {
  const left = [...agents];
  const matches: Match[] = [];
  /** Sizes of conversation for which nobody has room any more: room only shrinks, so nobody will. */
  const tooBig = new Set<string>();
  for (const next of waiting.toSorted(byTurn)) {
    const size = `${weights[next.channel]} ${next.priority === 'P1'}`;
    if (tooBig.has(size)) continue;
    if (!left.some((agent) => hasRoom(agent, next))) tooBig.add(size);
    const [best] = candidates({ now, waiting, agents: left }, next).sort(preference(next));
    if (best === undefined) continue;
    matches.push({ waitingId: next.id, agentId: best.id });
    left[left.indexOf(best)] = { ...best, load: best.load + weights[next.channel], idleSince: now };
  }
  return matches;
}
