import type { AuditAction } from '../../contract/audit.ts';
import type {
  Actor,
  AttachmentRef,
  Channel,
  EventBody,
  EventType,
  Priority,
  ReturnedWhy,
  Verdict,
} from '../../contract/events.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Finding, GuardedText } from '../guard/inspect.ts';
import type { Person } from './state.ts';

/** Words of a person, inspected, with the files that go with them. */
export interface Words {
  text: GuardedText;
  removed: Finding[];
  attachments: AttachmentRef[];
}

/** Parts taken out of a line of the log: what its event says, and what is left in the place of what was written. */
interface Redaction {
  redaction: EventBody<'message.redacted'>;
  /** JSON text, and the salt of its digest in hexadecimal. */
  left: { body: string; salt: string };
}

export type Command =
  | {
      kind: 'start';
      caseNumber: string;
      customerId: string;
      channel: Channel;
      topic: string | null;
      locale: Locale;
      account?: string;
      transaction?: string;
      priority: Priority;
    }
  | { kind: 'post'; words: Words }
  | { kind: 'note'; words: Words }
  | ({ kind: 'redact' } & Redaction)
  | ({ kind: 'redact-note' } & Redaction)
  | { kind: 'claim'; takeOver: boolean }
  | { kind: 'assign'; agent: Person | null; team: { id: string; name: string } | null }
  | { kind: 'return'; agentId: string; why: ReturnedWhy }
  | { kind: 'tag'; tags: string[] }
  | { kind: 'prioritise'; priority: Priority }
  | ({ kind: 'offer' } & EventBody<'answer.offered'>)
  | { kind: 'judge'; verdict: Verdict }
  | { kind: 'resolve' }
  | { kind: 'reopen' };

/** The line in the audit: the event says who and what, this adds from where. What the queue does by itself leaves one too. */
export interface Trace {
  action: AuditAction;
  staffName: string;
  ip: string;
  detail: Record<string, unknown>;
}

/** A command with all that makes it repeatable: who, when, and the id its main event will carry. */
export interface Envelope {
  conversationId: string;
  id: string;
  at: string;
  actor: Actor;
  command: Command;
  /** Given with every command of staff, and where the queue takes a case from an agent; written in the same transaction as its events. */
  trace?: Trace;
}

/** An event that was decided and is not yet numbered. The one marked `main` takes the command's id. */
export type Decided = {
  [T in EventType]: { type: T; body: EventBody<T>; main?: true };
}[EventType];

/** What each command ends in: the type of the event that takes its id. */
export const mainEvent: Record<Command['kind'], EventType> = {
  start: 'conversation.started',
  post: 'message.posted',
  note: 'note.added',
  redact: 'message.redacted',
  'redact-note': 'note.redacted',
  claim: 'conversation.assigned',
  assign: 'conversation.assigned',
  return: 'conversation.assigned',
  tag: 'conversation.tagged',
  prioritise: 'priority.changed',
  offer: 'answer.offered',
  judge: 'answer.judged',
  resolve: 'conversation.resolved',
  reopen: 'conversation.reopened',
};
