import type { AttachmentRef } from '../../../contract/events.ts';
import type { MistakableKind } from '../../../contract/secrets.ts';

/**
 * A message (or, at the desk, a note) on its way out. `pending` until the server has said that it is on its disk;
 * `sent` from then until its event arrives and shows it; `failed` only when the server refused it.
 */
export interface OutboxItem {
  readonly id: string;
  readonly c: string;
  readonly kind: 'post' | 'note';
  readonly text: string;
  readonly attachments: readonly AttachmentRef[];
  /** Kinds of secret that the guard saw in it and its writer says are none; absent for nearly everything. */
  readonly notSecret?: readonly MistakableKind[];
  /** When it was written, epoch ms; also the order within the conversation, so never the same twice in one page. */
  readonly at: number;
  readonly state: 'pending' | 'sent' | 'failed';
  /** Where it stands in the log, once sent. */
  readonly seq?: number;
  /** Code and words of the refusal, once failed. */
  readonly code?: string;
  readonly reason?: string;
}

/** The order in which things were written, the same in every tab. */
export const byWriting = (a: OutboxItem, b: OutboxItem): number => a.at - b.at || (a.id < b.id ? -1 : 1);

/** Refusals after which the same message may well be taken: it stays pending. */
const passing = new Set(['too-many-requests', 'guard-unavailable', 'unavailable', 'internal']);
export const isPassing = (code: string): boolean => passing.has(code);
