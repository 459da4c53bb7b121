import type { Channel, Priority } from '../contract/events.ts';
import type { Locale } from '../contract/locale.ts';

/** Everything the queue is at one moment. Times are milliseconds since 1970. */
export interface Snapshot {
  now: number;
  waiting: readonly Waiting[];
  agents: readonly Agent[];
}

/** A conversation that waits for a person, and what that person must bring. */
export interface Waiting {
  id: string;
  channel: Channel;
  priority: Priority;
  /** The team it lies with; null: whoever is free. */
  teamId: string | null;
  language: Locale;
  skills: readonly string[];
  /** Only somebody senior will do. */
  needsSenior: boolean;
  /** Since when the customer waits: kept when a case comes back. */
  since: number;
  /** It had an agent who did not answer, and goes to the front. */
  front: boolean;
  /** The agent who knows the case; until `knownUntil` nobody else is asked while that agent is there. */
  knownBy: string | null;
  knownUntil: number;
  /** Agents who are not asked: the customer moved away from them, or they did not answer. */
  notAgents: readonly string[];
}

/** Somebody who is there and takes conversations. */
export interface Agent {
  id: string;
  teamIds: readonly string[];
  languages: readonly Locale[];
  skills: readonly string[];
  senior: boolean;
  /** How much fits, in chats; see `weights`. */
  capacity: number;
  /** How much of it is taken, offers on their way included. */
  load: number;
  /** Since when nothing new came to this agent. */
  idleSince: number;
}

/** What a conversation takes of an agent's capacity, in chats. A call takes the whole of most people. */
export const weights: Record<Channel, number> = { chat: 1, message: 0.5, email: 0.5, form: 0.5, phone: 3 };

/** An emergency may exceed an agent's capacity by this much, so that a full house does not make it wait. */
export const URGENT_ROOM = 2;
