import type { ConversationState } from '../conversations/state.ts';
import type { Deps } from '../deps.ts';
import { coalesce } from '../realtime/coalesce.ts';
import { giveOut } from './give-out.ts';
import { returnAbandoned } from './return-abandoned.ts';

/** After something changed: what changes together is looked at once. */
const SOON_MS = 100;
/** Every desk asks again when it is told: not more often than this. */
const TELL_MS = 1_000;
/** For what only time changes: offers that lapse, agents who are gone. */
const EVERY_MS = 2_000;

interface Moved {
  before: ConversationState;
  state: ConversationState;
}

const changesQueue = ({ before, state }: Moved): boolean =>
  before.status !== state.status ||
  before.agentId !== state.agentId ||
  before.priority !== state.priority ||
  (before.customerSeq === 0) !== (state.customerSeq === 0);

/** Works the queue off, whenever it or the people who work on it change, until it is stopped. */
export class QueueKeeper {
  readonly #deps: Deps;
  readonly #round: { poke(): void; stop(): void };
  readonly #telling: { poke(): void; stop(): void };
  readonly #timer: NodeJS.Timeout;
  #changed = false;
  #turn: Promise<void> = Promise.resolve();

  constructor(deps: Deps, onError: (error: unknown) => void) {
    this.#deps = deps;
    this.#round = coalesce(SOON_MS, () => this.#begin(), onError);
    this.#telling = coalesce(TELL_MS, async () => deps.bus.publish({ kind: 'queue' }), onError);
    deps.bus.hear((notice) => {
      if (notice.kind === 'presence') this.#round.poke();
    });
    this.#timer = setInterval(() => this.#round.poke(), EVERY_MS);
    this.#timer.unref();
  }

  /** What this node has committed. */
  committed(moved: readonly Moved[]): void {
    if (!moved.some(changesQueue)) return;
    this.#changed = true;
    this.#round.poke();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#round.stop();
    this.#telling.stop();
    await this.#turn.catch(() => undefined);
  }

  #begin(): Promise<void> {
    this.#turn = this.#work();
    return this.#turn;
  }

  async #work(): Promise<void> {
    const changed = this.#changed;
    this.#changed = false;
    await returnAbandoned(this.#deps);
    const offers = await giveOut(this.#deps);
    if (changed || offers > 0) this.#telling.poke();
  }
}
