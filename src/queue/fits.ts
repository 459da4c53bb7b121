import { type Agent, URGENT_ROOM, type Waiting, weights } from './snapshot.ts';

const brings = (agent: Agent, skills: readonly string[]): boolean =>
  skills.every((skill) => agent.skills.includes(skill));

/**
 * Whether this is somebody for this case at all, free or not. An emergency goes to anybody who speaks the language:
 * every agent can freeze an account, and the right team takes over from there.
 */
export function isFor(agent: Agent, waiting: Waiting): boolean {
  if (waiting.notAgents.includes(agent.id) || !agent.languages.includes(waiting.language)) return false;
  if (waiting.needsSenior && !agent.senior) return false;
  if (waiting.priority === 'P1') return true;
  return (waiting.teamId === null || agent.teamIds.includes(waiting.teamId)) && brings(agent, waiting.skills);
}

export function hasRoom({ capacity, load }: Agent, { priority, channel }: Waiting): boolean {
  // Somebody whose capacity is zero takes nothing, in an emergency neither.
  const room = priority === 'P1' && capacity > 0 ? capacity + URGENT_ROOM : capacity;
  return load + weights[channel] <= room;
}
