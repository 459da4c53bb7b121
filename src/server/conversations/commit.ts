/**
 * load -> decide -> append for a batch of commands. States are remembered between batches; that is safe because the
 * append checks the seq each was decided on, and a stale one is thrown away and decided again.
 */
import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Sql } from 'postgres';
import { AppError } from '../platform/app-error.ts';
import { seal } from '../log/hash.ts';
import type { Pending } from '../log/group-commit.ts';
import type { SealedRow } from '../log/row.ts';
import type { Decided, Envelope } from './commands.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { type ConversationState, nothingYet } from './state.ts';
import { append, findEvents, type Growth, loadStates } from './store.ts';

/** Where a command ended: the seq of its main event, or of the log's end when there was nothing left to do. */
export interface Outcome {
  seq: number;
  at: string;
  /** The command was on the log already: a retry. */
  repeated: boolean;
  state: ConversationState;
}

type Job = Pending<Envelope, Outcome>;

/** What one batch is about to write, and what to tell whom once it is written. */
interface Draft {
  growths: Map<string, Growth>;
  done: { job: Job; outcome: Omit<Outcome, 'state'> }[];
}

export interface CommitPorts {
  sql: Sql;
  /** Texts to send to other nodes inside the commit. */
  notices(growths: Growth[]): string[];
  /** Called after the commit, in log order for each conversation. */
  committed(growths: Growth[]): void;
}

export class Committer {
  readonly #ports: CommitPorts;
  readonly #states = new LRUCache<string, ConversationState>({ max: 20_000 });
  /** True while ids are looked up first, because a batch has just met one that was there already. */
  #suspicious = false;

  constructor(ports: CommitPorts) {
    this.#ports = ports;
  }

  /** Commits what it can; returns the jobs that another node overtook, to be decided again. */
  commit = async (batch: Job[]): Promise<Job[]> => {
    await this.#load(batch);
    const fresh = this.#suspicious ? await this.#settleRepeated(batch) : batch;
    const draft: Draft = { growths: new Map(), done: [] };
    for (const job of fresh) this.#decide(job, draft);
    const growths = [...draft.growths.values()];
    if (growths.length === 0) return this.#settle(draft, null);
    try {
      return this.#settle(draft, await append(this.#ports.sql, growths, this.#ports.notices(growths)));
    } catch (error) {
      return this.#recover(error, draft);
    }
  };

  async #load(batch: Job[]): Promise<void> {
    const unknown = new Set(batch.map(({ item }) => item.conversationId).filter((id) => !this.#states.has(id)));
    if (unknown.size === 0) return;
    for (const state of await loadStates(this.#ports.sql, [...unknown])) this.#states.set(state.id, state);
  }

  #stateFor({ conversationId, command }: Envelope, draft: Draft): ConversationState {
    const known = draft.growths.get(conversationId)?.state ?? this.#states.get(conversationId);
    if (known !== undefined) return known;
    const [caseNumber, customerId] = command.kind === 'start' ? [command.caseNumber, command.customerId] : ['', ''];
    return nothingYet(conversationId, caseNumber, customerId);
  }

  #decide(job: Job, draft: Draft): void {
    const envelope = job.item;
    const before = this.#stateFor(envelope, draft);
    const earlier = draft.growths.get(envelope.conversationId)?.rows.find((row) => row.id === envelope.id);
    if (earlier !== undefined) {
      draft.done.push({ job, outcome: { seq: earlier.seq, at: earlier.at, repeated: true } });
      return;
    }
    const decision = decide(before, envelope);
    if ('refuse' in decision) return this.#refuse(job, decision.refuse);
    const outcome = { seq: before.lastSeq, at: envelope.at, repeated: decision.events.length === 0 };
    if (decision.events.length > 0) {
      const grown = grow(before, decision.events, envelope);
      const growth = draft.growths.get(before.id) ?? { state: before, builtOn: before.lastSeq, rows: [], traces: [] };
      growth.rows.push(...grown.rows);
      growth.state = grown.state;
      if (envelope.trace !== undefined && envelope.actor.kind === 'agent') {
        growth.traces.push({ ...envelope.trace, staffId: envelope.actor.id, seq: grown.mainSeq });
      }
      draft.growths.set(before.id, growth);
      outcome.seq = grown.mainSeq;
    }
    draft.done.push({ job, outcome });
  }

  /** A start that meets a conversation may be the retry of the one that made it: look before refusing. */
  #refuse(job: Job, code: AppError['code']): void {
    if (code !== 'id-reused') return job.reject(new AppError(code));
    this.#settleRepeated([job]).then(
      (unknown) => unknown.forEach((stranger) => stranger.reject(new AppError(code))),
      (error) => job.reject(error),
    );
  }

  #settle(draft: Draft, moved: Set<string> | null): Job[] {
    const again: Job[] = [];
    const grown = [...draft.growths.values()].filter(({ state }) => moved?.has(state.id));
    for (const { state } of grown) this.#states.set(state.id, state);
    for (const { state } of draft.growths.values()) if (!moved?.has(state.id)) this.#states.delete(state.id);
    this.#ports.committed(grown);
    for (const { job, outcome } of draft.done) {
      const id = job.item.conversationId;
      if (draft.growths.has(id) && !moved?.has(id)) again.push(job);
      else job.resolve({ ...outcome, state: this.#states.get(id) as ConversationState });
    }
    return again;
  }

  /** Answers the jobs whose id is on the log already, and returns the others. */
  async #settleRepeated(batch: Job[]): Promise<Job[]> {
    this.#suspicious = false;
    const found = await findEvents(
      this.#ports.sql,
      batch.map(({ item }) => ({ conversationId: item.conversationId, id: item.id })),
    );
    const byKey = new Map(found.map((event) => [`${event.conversationId} ${event.id}`, event]));
    return batch.filter((job) => {
      const event = byKey.get(`${job.item.conversationId} ${job.item.id}`);
      if (event === undefined) return true;
      const state = this.#states.get(job.item.conversationId);
      const actor = job.item.actor.kind === 'system' ? null : job.item.actor.id;
      // The same id from somebody else is no retry: answering it would tell a stranger that the id exists.
      if (event.actorId !== actor || state === undefined) job.reject(new AppError('id-reused'));
      else job.resolve({ seq: event.seq, at: event.at, repeated: true, state });
      return false;
    });
  }

  /**
   * After a failed append nothing of it is on disk, or (a lost connection) perhaps all of it: forget what was
   * remembered. A repeated id is looked up and the rest tried again; bad data in one item must not sink its
   * neighbours, so the batch is tried one by one; anything else is told to the senders, who retry with the same ids.
   */
  async #recover(error: unknown, draft: Draft): Promise<Job[]> {
    for (const id of draft.growths.keys()) this.#states.delete(id);
    const code = (error as { code?: string }).code ?? '';
    const jobs = draft.done.map(({ job }) => job);
    if (code === '23505' && !jobs.every((job) => seen.has(job))) {
      for (const job of jobs) seen.add(job);
      this.#suspicious = true;
      return jobs;
    }
    if (/^(22|23|54)/.test(code) && jobs.length > 1) {
      for (const job of jobs) for (const again of await this.commit([job])) again.reject(new AppError('unavailable'));
      return [];
    }
    for (const job of jobs) job.reject(error);
    return [];
  }
}

/** Jobs that went through a look-up of repeated ids once: a second collision is an error and not a retry. */
const seen = new WeakSet<Job>();

function grow(
  before: ConversationState,
  events: Decided[],
  envelope: Envelope,
): { state: ConversationState; rows: SealedRow[]; mainSeq: number } {
  const rows: SealedRow[] = [];
  let state = before;
  let mainSeq = 0;
  for (const event of events) {
    const seq = state.lastSeq + 1;
    const row = seal(state.lastHash, {
      conversationId: state.id,
      seq,
      id: event.main ? envelope.id : randomUUID(),
      type: event.type,
      at: envelope.at,
      actor: envelope.actor,
      body: JSON.stringify(event.body),
    });
    rows.push(row);
    state = { ...evolve(state, event, envelope, seq), lastHash: row.hash };
    if (event.main) mainSeq = seq;
  }
  return { state, rows, mainSeq };
}
