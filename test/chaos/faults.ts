import { setTimeout as wait } from 'node:timers/promises';
import type { Kill, Plan } from './plan.ts';
import type { CuttingProxy } from './proxy.ts';
import type { ServerProcess } from './server.ts';

/** A network that is this bad for this long lets nothing through: then it is killed unused. */
const BUSY_WITHIN_MS = 15_000;

/** Carries out a plan: the kills one after the other, the cuts beside them until the kills are done. */
export class Faults {
  readonly #server: ServerProcess;
  readonly #proxies: readonly CuttingProxy[];
  readonly #tell: (line: string) => void;
  readonly #progress: () => number;
  serverKills = 0;
  databaseStops = 0;
  cuts = 0;

  constructor(
    server: ServerProcess,
    proxies: readonly CuttingProxy[],
    progress: () => number,
    tell: (line: string) => void,
  ) {
    this.#server = server;
    this.#proxies = proxies;
    this.#progress = progress;
    this.#tell = tell;
  }

  /** @param said messages that people must have got through before the next kill, so that each one hits a busy server */
  async inflict(plan: Plan, said: number): Promise<void> {
    const done = new AbortController();
    const cutting = this.#cutUntil(done.signal, plan);
    try {
      for (const { afterMs, kill } of plan.kills) {
        await this.#server.ready;
        await this.#untilBusy(said);
        await wait(afterMs);
        this.#tell(kill.kind);
        await this.#kill(kill);
      }
      await this.#server.ready;
    } finally {
      done.abort();
      await cutting;
    }
  }

  async #untilBusy(said: number): Promise<void> {
    const [enough, deadline] = [this.#progress() + said, performance.now() + BUSY_WITHIN_MS];
    while (this.#progress() < enough && performance.now() < deadline) await wait(20);
  }

  async #cutUntil(done: AbortSignal, { cuts }: Plan): Promise<void> {
    for (let i = 0; !done.aborted; i = (i + 1) % cuts.length) {
      const next = cuts[i];
      if (next === undefined) return;
      await wait(next.afterMs, undefined, { signal: done }).catch(() => undefined);
      if (done.aborted) return;
      this.cuts += 1;
      for (const proxy of this.#proxies) proxy.inflict(next.cut);
    }
  }

  async #kill(kill: Kill): Promise<void> {
    if (kill.kind === 'freeze-server') return this.#freeze(kill.ms);
    if (kill.kind !== 'kill-server' && kill.kind !== 'kill-twice') this.#stopDatabase();
    if (kill.kind === 'stop-database') return;
    await this.#killServer(kill.downMs);
    if (kill.kind !== 'kill-twice') return;
    await wait(kill.againMs);
    await this.#killServer(kill.downMs);
  }

  async #killServer(downMs: number): Promise<void> {
    await this.#server.kill();
    this.serverKills += 1;
    await wait(downMs);
    void this.#server.start();
  }

  #stopDatabase(): void {
    if (this.#server.stopDatabase()) this.databaseStops += 1;
  }

  async #freeze(ms: number): Promise<void> {
    this.#server.freeze(true);
    await wait(ms);
    this.#server.freeze(false);
  }
}
