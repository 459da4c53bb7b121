import type { Actor, EventType } from '../../contract/events.ts';

/** One line of the log as it stands on disk. `body` is the exact JSON text that was digested; null once erased. */
export interface LogRow {
  conversationId: string;
  seq: number;
  id: string;
  type: EventType;
  /** ISO 8601, UTC, milliseconds. */
  at: string;
  actor: Actor;
  body: string | null;
}

/** A line of the log with what proves it, in hexadecimal. */
export interface SealedRow extends LogRow {
  body: string;
  salt: string;
  digest: string;
  hash: string;
}
