/**
 * load -> decide -> append for a batch of commands. States are remembered as they were decided, before they are on
 * disk, so that a batch can build on one that is still under way. That is safe because the append compares what each
 * was decided on with what is there: what was built on something that never came to be is thrown away and decided again.
 */
import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Sql } from 'postgres';
import type { Pending, Ready } from '../log/group-commit.ts';
import { seal } from '../log/hash.ts';
import type { SealedRow } from '../log/row.ts';
import { AppError } from '../platform/app-error.ts';
import { append, type Growth } from './append-store.ts';
import { type Decided, type Envelope, mainEvent } from './commands.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { type ConversationState, nothingYet } from './state.ts';
import { findEvents, loadStates } from './store.ts';

/** Where a command ended: the seq of its main event, or of the log's end when there was nothing left to do. */
export interface Outcome {
  seq: number;
  at: string;
  /** The command was on the log already: a retry. */
  repeated: boolean;
  state: ConversationState;
}

type Job = Pending<Envelope, Outcome>;

/** What became of a command, if what it was decided on is true. */
type Verdict = { refuse: AppError['code'] } | Omit<Outcome, 'state'>;

/** What one batch is about to write, and what to tell whom once it is written. */
interface Draft {
  growths: Map<string, Growth>;
  done: { job: Job; verdict: Verdict; state: ConversationState }[];
  /** Decided on something that may not be on disk, with nothing to append that would prove it: to be decided again. */
  doubtful: Job[];
}

export interface CommitPorts {
  /** Texts to send to other nodes inside the commit. */
  notices(growths: Growth[]): string[];
  /** Called after the commit, in log order for each conversation. */
  committed(growths: Growth[]): void;
}

export class Committer {
  readonly #ports: CommitPorts;
  readonly #states = new LRUCache<string, ConversationState>({ max: 20_000 });
  readonly #underWay = new Set<Draft>();

  constructor(ports: CommitPorts) {
    this.#ports = ports;
  }

  /**
   * Loads what a batch is about. Decided is later and at once, on what is known by then.
   * @param sql the connection of the lane: batches that build on each other must share it
   */
  async prepare(sql: Sql, batch: Job[]): Promise<Ready<Envelope, Outcome>> {
    const collided = batch.filter((job) => seen.has(job));
    const jobs = collided.length === 0 ? batch : await this.#withoutRepeated(sql, batch, collided);
    const absent = await this.#load(sql, jobs);
    return { jobs, commit: () => this.#commit(sql, jobs, absent) };
  }

  async #withoutRepeated(sql: Sql, batch: Job[], collided: Job[]): Promise<Job[]> {
    await this.#load(sql, collided);
    const strangers = new Set(await this.#settleRepeated(sql, collided));
    return batch.filter((job) => !seen.has(job) || strangers.has(job));
  }

  #commit(sql: Sql, jobs: Job[], absent: Set<string>): Promise<Job[]> {
    const draft: Draft = { growths: new Map(), done: [], doubtful: [] };
    for (const job of jobs) {
      const id = job.item.conversationId;
      // A batch that failed meanwhile made the committer forget: what is neither known nor absent is loaded again.
      if (this.#states.has(id) || absent.has(id)) this.#decide(job, draft);
      else draft.doubtful.push(job);
    }
    for (const { state } of draft.growths.values()) this.#states.set(state.id, state);
    return this.#append(sql, draft);
  }

  async #append(sql: Sql, draft: Draft): Promise<Job[]> {
    const growths = [...draft.growths.values()];
    if (growths.length === 0) return this.#settle(draft, new Set());
    this.#underWay.add(draft);
    try {
      const moved = await append(sql, growths, this.#ports.notices(growths));
      this.#underWay.delete(draft);
      return this.#settle(draft, moved);
    } catch (error) {
      this.#underWay.delete(draft);
      return this.#recover(sql, error, draft);
    }
  }

  /** Makes the states of these conversations known; returns the ids behind which there is none. */
  async #load(sql: Sql, jobs: Job[]): Promise<Set<string>> {
    const unknown = new Set<string>();
    for (const { item } of jobs) if (!this.#states.has(item.conversationId)) unknown.add(item.conversationId);
    if (unknown.size === 0) return unknown;
    for (const state of await loadStates(sql, [...unknown])) {
      this.#states.set(state.id, state);
      unknown.delete(state.id);
    }
    return unknown;
  }

  #stateFor({ conversationId, command }: Envelope, draft: Draft): ConversationState {
    const known = draft.growths.get(conversationId)?.state ?? this.#states.get(conversationId);
    if (known !== undefined) return known;
    const [caseNumber, customerId] =
      command.kind === 'start' ? [command.caseNumber, command.customerId] : ['', ''];
    return nothingYet(conversationId, caseNumber, customerId);
  }

  #decide(job: Job, draft: Draft): void {
    const envelope = job.item;
    const before = this.#stateFor(envelope, draft);
    if (draft.growths.get(before.id)?.rows.some((row) => row.id === envelope.id)) {
      this.#lookAgain(job, draft);
      return;
    }
    const decision = decide(before, envelope);
    if ('events' in decision && decision.events.length > 0) {
      const seq = this.#grow(before, decision.events, envelope, draft);
      const state = draft.growths.get(before.id)?.state ?? before;
      draft.done.push({ job, state, verdict: { seq, at: envelope.at, repeated: false } });
    } else if ([...this.#underWay].some(({ growths }) => growths.has(before.id))) draft.doubtful.push(job);
    else if (!seen.has(job)) this.#lookAgain(job, draft);
    else {
      const verdict =
        'refuse' in decision ? decision : { seq: before.lastSeq, at: envelope.at, repeated: true };
      draft.done.push({ job, state: before, verdict });
    }
  }

  /**
   * Where nothing is appended, nothing tells that the remembered state is old: another node may have moved it. And what
   * is refused now may be the retry of what was accepted before. So the state and the id are looked up once.
   */
  #lookAgain(job: Job, draft: Draft): void {
    seen.add(job);
    this.#states.delete(job.item.conversationId);
    draft.doubtful.push(job);
  }

  #grow(before: ConversationState, events: Decided[], envelope: Envelope, draft: Draft): number {
    const { rows, state, mainSeq } = grow(before, events, envelope);
    const growth = draft.growths.get(before.id) ?? {
      before,
      state: before,
      rows: [],
      traces: [],
      erasures: [],
    };
    growth.rows.push(...rows);
    growth.state = state;
    if (envelope.trace !== undefined) {
      const staffId = envelope.actor.kind === 'agent' ? envelope.actor.id : null;
      growth.traces.push({ ...envelope.trace, staffId, seq: mainSeq });
    }
    const { command } = envelope;
    if (command.kind === 'redact' || command.kind === 'redact-note')
      growth.erasures.push({ ...command.left, seq: command.redaction.seq, by: mainSeq });
    draft.growths.set(before.id, growth);
    return mainSeq;
  }

  #settle(draft: Draft, moved: Set<string>): Job[] {
    const growths = [...draft.growths.values()];
    for (const { state } of growths) if (!moved.has(state.id)) this.#states.delete(state.id);
    this.#ports.committed(growths.filter(({ state }) => moved.has(state.id)));
    const again: Job[] = [];
    for (const { job, verdict, state } of draft.done) {
      const id = job.item.conversationId;
      if (draft.growths.has(id) && !moved.has(id)) again.push(job);
      else if ('refuse' in verdict) job.reject(new AppError(verdict.refuse));
      else job.resolve({ ...verdict, state });
    }
    return again.concat(draft.doubtful);
  }

  /** Answers the jobs whose id is on the log already, and returns the others. */
  async #settleRepeated(sql: Sql, batch: Job[]): Promise<Job[]> {
    // Taken before the look-up: a batch that fails meanwhile makes the committer forget states.
    const states = batch.map(({ item }) => this.#states.get(item.conversationId));
    const found = await findEvents(
      sql,
      batch.map(({ item }) => ({ conversationId: item.conversationId, id: item.id })),
    );
    const byKey = new Map(found.map((event) => [`${event.conversationId} ${event.id}`, event]));
    return batch.filter((job, i) => {
      const event = byKey.get(`${job.item.conversationId} ${job.item.id}`);
      if (event === undefined) return true;
      const state = states[i];
      const actor = job.item.actor.kind === 'system' ? null : job.item.actor.id;
      // The same id from somebody else, or for something else, is no retry, and must not be answered as one.
      const isRetry = event.actorId === actor && event.type === mainEvent[job.item.command.kind];
      if (!isRetry || state === undefined) job.reject(new AppError('id-reused'));
      else job.resolve({ seq: event.seq, at: event.at, repeated: true, state });
      return false;
    });
  }

  /**
   * After a failed append nothing of it is on disk, or (a lost connection) perhaps all of it: forget what was
   * remembered. A repeated id is looked up and the rest tried again; bad data in one item must not sink its
   * neighbours, so the batch is tried one by one; anything else is told to the senders, who retry with the same ids.
   */
  async #recover(sql: Sql, error: unknown, draft: Draft): Promise<Job[]> {
    for (const id of draft.growths.keys()) this.#states.delete(id);
    const code = (error as { code?: string }).code ?? '';
    const jobs = draft.done.map(({ job }) => job);
    if (code === '23505' && !jobs.every((job) => seen.has(job))) {
      for (const job of jobs) seen.add(job);
      return jobs.concat(draft.doubtful);
    }
    if (/^(22|23|54)/.test(code) && jobs.length > 1) {
      const again: Job[] = [];
      for (const job of jobs) again.push(...(await this.#alone(sql, job)));
      return again.concat(draft.doubtful);
    }
    for (const job of jobs) job.reject(error);
    return draft.doubtful;
  }

  async #alone(sql: Sql, job: Job): Promise<Job[]> {
    const { commit } = await this.prepare(sql, [job]);
    return commit();
  }
}

/** Jobs whose id and state were looked up, or are to be: a second collision is an error, a second refusal is final. */
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
    state = evolve(state, event, envelope, seq);
    state.lastHash = row.hash;
    if (event.main) mainSeq = seq;
  }
  return { state, rows, mainSeq };
}
