import type { ISql } from 'postgres';
import { type Agent, type Snapshot, type Waiting, weights } from '../../queue/snapshot.ts';
import { type AgentHere, agentsHere } from '../agents/agents-here.ts';
import { lastTaken, openWaits, type WaitRow, workOf } from './store.ts';

/** An agent who knows a case is waited for so long, while others could take it. */
const KNOWN_FOR_MS = 60_000;
const seniorRoles = new Set<AgentHere['role']>(['senior', 'supervisor', 'admin']);

/** The queue as it stands, with what only this server's half of it needs: how each conversation is given out. */
export interface QueueNow extends Snapshot {
  rows: ReadonlyMap<string, WaitRow>;
}

const toWaiting = (row: WaitRow): Waiting => ({
  id: row.conversationId,
  channel: row.channel,
  priority: row.priority,
  teamId: row.teamId,
  language: row.language,
  skills: row.skills,
  needsSenior: false,
  since: row.since.getTime(),
  front: row.front,
  knownBy: row.knownBy,
  knownUntil: row.enteredAt.getTime() + KNOWN_FOR_MS,
  notAgents: row.notAgents,
});

/** A colleague with nothing to do. */
export const toAgent = ({ id, teamIds, languages, skills, role, capacity }: AgentHere): Agent => ({
  id,
  teamIds,
  languages,
  skills,
  senior: seniorRoles.has(role),
  capacity,
  load: 0,
  idleSince: 0,
});

async function agentsNow(sql: ISql, waits: readonly WaitRow[]): Promise<Agent[]> {
  const colleagues = (await agentsHere(sql)).filter(({ presence }) => presence === 'online');
  const ids = colleagues.map(({ id }) => id);
  const [work, taken] = await Promise.all([workOf(sql, ids), lastTaken(sql, ids)]);
  const loads = new Map<string, number>();
  const carry = (id: string, more: number) => loads.set(id, (loads.get(id) ?? 0) + more);
  for (const { agentId, channel, open } of work) carry(agentId, open * weights[channel]);
  for (const { offeredTo, channel } of waits) if (offeredTo !== null) carry(offeredTo, weights[channel]);
  const takenAt = new Map(taken.map(({ agentId, at }) => [agentId, at.getTime()]));
  return colleagues.map((colleague) => ({
    ...toAgent(colleague),
    load: loads.get(colleague.id) ?? 0,
    idleSince: takenAt.get(colleague.id) ?? 0,
  }));
}

export async function loadSnapshot(sql: ISql, now: Date): Promise<QueueNow> {
  const waits = await openWaits(sql);
  const agents = await agentsNow(sql, waits);
  const rows = new Map(waits.map((row) => [row.conversationId, row]));
  return { now: now.getTime(), waiting: waits.map(toWaiting), agents, rows };
}
