/** A made-up centre for a day: who asks for what, who works when, how long things take. Times in minutes since midnight. */
import type { Priority } from '../../src/contract/events.ts';
import type { Locale } from '../../src/contract/locale.ts';
import type { Agent } from '../../src/queue/snapshot.ts';
import type { Chance } from '../../src/server/demo/chance.ts';

export interface Plan {
  opens: number;
  closes: number;
  /** Customers who come in a whole day at 1x. */
  customers: number;
  agents: PlannedAgent[];
}

export interface PlannedAgent
  extends Pick<Agent, 'id' | 'teamIds' | 'languages' | 'skills' | 'senior' | 'capacity'> {
  /** Where this agent takes new conversations: before and after the break. */
  works: [from: number, until: number][];
}

export interface Need {
  teamId: string;
  language: Locale;
  skills: string[];
  needsSenior: boolean;
  priority: Priority;
}

const teams = ['payments', 'accounts', 'security'];
const HOUR = 60;
/** How long things take: the mean in minutes and the deviation as a part of it. */
export const durations = {
  service: { mean: 9, spread: 0.8 },
  patience: { mean: 16, spread: 1 },
  accepting: { mean: 0.1, spread: 0.5 },
};
/** An agent has so long to take what is offered, and now and then does not. */
export const ACCEPT_WITHIN = 0.5;
export const MISSED = 0.02;
/** So many customers come back, and the agent who knows them is kept for them for so long. */
export const RETURNING = 0.04;
export const KNOWN_FOR = 1;

/** Two peaks, at half past ten and at four; 1 is the busiest minute. */
export function busyness(minute: number): number {
  const bell = (at: number, width: number) => Math.exp(-(((minute - at) / width) ** 2));
  return 0.35 + 0.65 * Math.max(bell(10.5 * HOUR, 1.4 * HOUR), bell(16 * HOUR, 1.8 * HOUR));
}

export function needOf(chance: Chance): Need {
  const teamId = [...teams, 'payments', 'payments', 'accounts'][chance.between(0, 5)] ?? 'payments';
  const rank = chance.next();
  return {
    teamId,
    language: chance.next() < 0.15 ? 'en' : 'zh-CN',
    skills: teamId === 'payments' && chance.next() < 0.2 ? ['cards'] : [],
    needsSenior: chance.next() < 0.03,
    priority: rank < 0.05 ? 'P1' : rank < 0.2 ? 'P2' : 'normal',
  };
}

/** A shift of eight hours and a break of three quarters; people begin one after another, and most are there at four. */
function shift(opens: number, closes: number, rank: number): [number, number][] {
  const from = opens - HOUR + rank * 4.5 * HOUR;
  const pause = from + 3 * HOUR + (rank % 0.25) * 6 * HOUR;
  return [
    [from, pause],
    [pause + 45, Math.min(from + 8.75 * HOUR, closes + HOUR)],
  ];
}

export function planDay(chance: Chance, { agents, hours }: { agents: number; hours: number }): Plan {
  const opens = 9 * HOUR;
  const closes = opens + hours * HOUR;
  return {
    opens,
    closes,
    customers: agents * hours * 13,
    agents: Array.from({ length: agents }, (_, nth) => ({
      id: `agent-${nth}`,
      teamIds: [
        teams[nth % 6 < 3 ? 0 : nth % 6 < 5 ? 1 : 2] as string,
        ...(chance.next() < 0.3 ? [chance.pick(teams)] : []),
      ],
      languages: chance.next() < 0.5 ? ['zh-CN', 'en'] : ['zh-CN'],
      skills: chance.next() < 0.7 ? ['cards'] : [],
      senior: nth % 4 === 0,
      capacity: chance.between(3, 4),
      works: hours < 9 ? [[opens, closes + HOUR]] : shift(opens, closes, nth / agents),
    })),
  };
}
