/**
 * The clients of this node and what they follow. The hub keeps no messages: a follower that is up to date is handed
 * what was just committed; any other - new, slow, behind, in doubt - reads the log from where it stands, so that the
 * server's memory for a reader is bounded however slow it is.
 */
import type { LogRow } from '../log/row.ts';
import type { Connection, Following, Party } from './connection.ts';
import { LatestLines } from './latest-lines.ts';

/** A reader with more than this many bytes on the way is slow: it goes on from the log when they are gone. */
const BACKLOG_MAX = 256 * 1024;
const PAGE = 200;
/** After a read of the log that failed, and up to as much again: a database that comes back is not met by all at once. */
const READ_AGAIN_MS = 1000;

export interface HubPorts {
  /** At most `limit` lines of a conversation's log after `after`, oldest first. */
  readLog(conversationId: string, after: number, limit: number): Promise<LogRow[]>;
  /** The line as this party may see it, as JSON text; null when it may not. */
  encode(row: LogRow, party: Party): string | null;
  /** `encode` gives the same text for every party. */
  isForAll(row: LogRow): boolean;
  onError(error: unknown): void;
}

export class Hub {
  readonly connections = new Set<Connection>();
  readonly #followers = new Map<string, Set<Following>>();
  readonly #lines = new LatestLines();
  readonly #ports: HubPorts;
  /** When to come back, for everybody who comes while the server ends; null before that. */
  #reconnectMs: (() => number) | null = null;

  constructor(ports: HubPorts) {
    this.#ports = ports;
  }

  join(connection: Connection): void {
    this.connections.add(connection);
    this.#lines.arrive(connection);
    if (this.#reconnectMs !== null) connection.close('draining', this.#reconnectMs());
  }

  /** Its page has opened another line since, and says over that one what this one still carries: it is told to end. */
  endSuperseded(connection: Connection): boolean {
    if (!this.#lines.isSuperseded(connection)) return false;
    connection.close('superseded', 0);
    return true;
  }

  /** Tells everybody that the server ends, and whoever still joins. */
  drain(reconnectMs: () => number): void {
    this.#reconnectMs = reconnectMs;
    for (const connection of this.connections) connection.close('draining', reconnectMs());
  }

  leave(connection: Connection): void {
    this.connections.delete(connection);
    if (connection.following === null) return;
    for (const following of connection.following.values()) this.#forget(following);
    connection.following = null;
  }

  /**
   * Sends everything after `after`, then everything new. Following again moves to the new place.
   * @returns resolves when the reader has caught up for the first time
   */
  follow(connection: Connection, conversationId: string, after: number): Promise<void> {
    this.unfollow(connection, conversationId);
    const following: Following = { connection, conversationId, upTo: after, reading: false, again: false };
    connection.following ??= new Map();
    connection.following.set(conversationId, following);
    const others = this.#followers.get(conversationId);
    if (others === undefined) this.#followers.set(conversationId, new Set([following]));
    else others.add(following);
    return this.#read(following, true);
  }

  unfollow(connection: Connection, conversationId: string): void {
    const following = connection.following?.get(conversationId);
    if (following === undefined) return;
    connection.following?.delete(conversationId);
    this.#forget(following);
  }

  /** Lines of one conversation, in order, that have just been committed by this node. */
  deliver(conversationId: string, rows: LogRow[]): void {
    const followers = this.#followers.get(conversationId);
    if (followers === undefined) return;
    const after = (rows[0] as LogRow).seq - 1;
    const upTo = (rows.at(-1) as LogRow).seq;
    const frames: Partial<Record<Party | 'all', string>> = {};
    const isForAll = rows.every(this.#ports.isForAll);
    for (const following of followers) {
      if (upTo <= following.upTo) continue;
      if (following.reading || following.upTo !== after || following.connection.backlog > BACKLOG_MAX) {
        void this.#read(following);
        continue;
      }
      const party = following.connection.identity.party;
      const audience = isForAll ? 'all' : party;
      frames[audience] ??= this.#eventsFrame(conversationId, after, rows, party);
      following.connection.send(frames[audience]);
      following.upTo = upTo;
    }
  }

  /** A conversation reached `seq`, by another node: followers that are behind read the log. */
  reached(conversationId: string, seq: number): void {
    for (const following of this.#followers.get(conversationId) ?? []) {
      if (following.upTo < seq) void this.#read(following);
    }
  }

  /** Something fleeting, to those who follow a conversation; not to `exceptSubject`, who did it. */
  tell(conversationId: string, frame: string, to: { party?: Party; exceptSubject?: string } = {}): void {
    for (const { connection } of this.#followers.get(conversationId) ?? []) {
      const { party, subjectId } = connection.identity;
      if (to.party !== undefined && party !== to.party) continue;
      if (subjectId === to.exceptSubject || connection.backlog > BACKLOG_MAX) continue;
      connection.send(frame);
    }
  }

  isFollowed(conversationId: string): boolean {
    return this.#followers.has(conversationId);
  }

  #forget(following: Following): void {
    const others = this.#followers.get(following.conversationId);
    others?.delete(following);
    if (others?.size === 0) this.#followers.delete(following.conversationId);
  }

  /** Reads the log until there is no more, as fast as the client takes it. `greet`: send a frame even when nothing is new. */
  async #read(following: Following, greet = false): Promise<void> {
    following.again = true;
    if (following.reading) return;
    following.reading = true;
    try {
      while (following.again && this.#isCurrent(following)) {
        following.again = false;
        await this.#readPages(following, greet);
        greet = false;
      }
    } catch (error) {
      this.#ports.onError(error);
      // The follower's place did not move, and the conversation may be silent from here on: nothing else would tell it.
      setTimeout(() => void this.#read(following, greet), READ_AGAIN_MS * (1 + Math.random())).unref();
    } finally {
      following.reading = false;
    }
  }

  async #readPages(following: Following, greet: boolean): Promise<void> {
    const { connection, conversationId } = following;
    for (;;) {
      if (connection.backlog > BACKLOG_MAX) await connection.drained();
      const rows = await this.#ports.readLog(conversationId, following.upTo, PAGE);
      if (!this.#isCurrent(following)) return;
      if (rows.length > 0 || greet) {
        connection.send(this.#eventsFrame(conversationId, following.upTo, rows, connection.identity.party));
      }
      following.upTo = rows.at(-1)?.seq ?? following.upTo;
      if (rows.length < PAGE) return;
    }
  }

  #isCurrent(following: Following): boolean {
    const { connection, conversationId } = following;
    return !connection.closed && connection.following?.get(conversationId) === following;
  }

  #eventsFrame(conversationId: string, after: number, rows: LogRow[], party: Party): string {
    const seen = rows.map((row) => this.#ports.encode(row, party)).filter((text) => text !== null);
    const upTo = rows.at(-1)?.seq ?? after;
    return `{"t":"events","c":"${conversationId}","after":${after},"upTo":${upTo},"events":[${seen.join(',')}]}`;
  }
}
