import type { Line } from '../../contract/frames.ts';
import type { Locale } from '../../contract/locale.ts';

export type Party = 'customer' | 'staff';

/** Who is at the other end, as its ticket said. */
export interface Identity {
  party: Party;
  /** Customer or staff id. */
  subjectId: string;
  sessionId: string;
  /** What the other side is shown: an agent's display name; empty for customers. */
  name: string;
  staffNumber: string;
  role: string;
  /** For the audit: the person's own name, and where they are. */
  fullName: string;
  ip: string;
}

export type ByeReason = 'draining' | 'signed-out' | 'too-old' | 'bad-frame' | 'ticket' | 'superseded';

/** One reader of one conversation: how far it is, and whether live events may be handed to it directly. */
export interface Following {
  readonly connection: Connection;
  readonly conversationId: string;
  upTo: number;
  /** Reading the log; live events wait there for it. */
  reading: boolean;
  /** More arrived while reading. */
  again: boolean;
}

let lastNumber = 0;

/**
 * One client, whatever carries its frames. Fields are few and plain because ten thousand of them sit in memory,
 * nearly all idle.
 */
export abstract class Connection {
  readonly number = ++lastNumber;
  readonly identity: Identity;
  locale: Locale;
  /** Which of its page's lines this is; null when the client does not say. */
  readonly line: Line | null;
  /** What it follows, by conversation id; made when first needed. */
  following: Map<string, Following> | null = null;
  watchesInbox = false;
  viewing: string | null = null;
  closed = false;
  /** One of a row of short connections of the same client: its end means nothing. */
  readonly fleeting: boolean = false;

  constructor(identity: Identity, locale: Locale, line: Line | null = null) {
    this.identity = identity;
    this.locale = locale;
    this.line = line;
  }

  /** Hands a frame to the wire; never blocks. Ask `backlog` before sending much. */
  abstract send(frame: string): void;
  /** A frame that tells a new follower how things stand, as opposed to news: nobody's waiting ends because of it. */
  greet(frame: string): void {
    this.send(frame);
  }
  /** Bytes handed over that the peer has not taken yet. */
  abstract get backlog(): number;
  /** Resolves when the backlog is gone or the connection is closed. */
  abstract drained(): Promise<void>;
  abstract close(reason: ByeReason, reconnectMs: number | null): void;
}
