/** Something every node should hear of, at once and at most once. Losing one may delay and never loses a message. */
export type Notice =
  /** These conversations now reach these seqs; whoever follows them reads the log. */
  | { kind: 'log'; touched: [conversationId: string, seq: number][] }
  | { kind: 'typing'; c: string; who: { kind: 'customer' | 'agent'; id: string; name?: string }; on: boolean }
  | { kind: 'seen'; c: string; who: 'customer' | 'staff'; delivered: number; read: number }
  | { kind: 'viewing'; c: string | null; agent: { id: string; name: string }; connection: string }
  | { kind: 'presence'; agent: string; presence: 'online' | 'busy' | 'away'; connected: boolean }
  /** A customer asked this agent to prove who they are; the code itself travels only to the screens that show it. */
  | { kind: 'proof'; c: string; agent: string }
  /** Who waits, or who is asked to take it, has changed. */
  | { kind: 'queue' }
  | { kind: 'session-ended'; sessionIds: string[] };

type Hear = (notice: Notice) => void;

/** Carries notices between the nodes of one centre, this one included. */
export interface Bus {
  /** Names this process among the nodes, new with every start. */
  readonly nodeId: string;
  publish(notice: Notice): void;
  hear(handler: Hear): void;
  /** What to send to the other nodes inside the commit that appended these, so that the news and the fact are one. */
  inCommit(touched: [conversationId: string, seq: number][]): string[];
  /** Called whenever notices may have been missed, such as after a broken connection. */
  onDoubt(handler: () => void): void;
  close(): Promise<void>;
}
