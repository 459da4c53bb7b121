import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { StartupError } from '../startup-error.ts';
import { lockConnection, takeLock } from './lock.ts';
import { type Running, stopPostmaster, type TellLine } from './postmaster.ts';
import { inUse } from './takeover.ts';

/** How the keeper starts a PostgreSQL, where its socket is, and whom it tells. */
export interface Kept {
  readonly dataDir: string;
  readonly socketFolder: string;
  /** Starts a PostgreSQL, clearing the way first. */
  start(): Promise<Running>;
  readonly tell: TellLine;
  readonly onLost: (reason: StartupError) => void;
}

const stopPatience = 8_000;
const retryAfter = 100;
const restartPause = 1_000;

/**
 * Keeps one PostgreSQL running and the data folder ours: starts it again when it ends unasked, and holds the lock
 * that a second server on the same folder runs into.
 */
export class Keeper {
  readonly #kept: Kept;
  readonly #lock: Sql;
  #running: Running | null = null;
  #stopping = false;
  #insisting = false;
  #restarting: Promise<void> = Promise.resolve();

  constructor(kept: Kept) {
    this.#kept = kept;
    this.#lock = lockConnection(kept.socketFolder, () => this.#lockDropped());
    process.once('exit', this.#endWithProcess);
  }

  /** @throws StartupError when another server was faster */
  async begin(): Promise<void> {
    while (!this.#stopping) {
      const running = await this.#kept.start();
      this.#running = running;
      // A server that started at the same moment may have taken ours for abandoned, and ended it: begin again.
      if (!(await this.#takeLock(running))) continue;
      void running.ended.then(() => this.#endedUnasked(running));
      return;
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#restarting;
    process.off('exit', this.#endWithProcess);
    await this.#lock.end({ timeout: 1 });
    if (this.#running !== null) await stopPostmaster(this.#running, stopPatience);
  }

  crash(): void {
    this.#running?.process.kill('SIGQUIT');
  }

  /** When the server ends without having stopped it, say by an error nobody caught, it still ends properly. */
  readonly #endWithProcess = (): void => {
    this.#running?.process.kill('SIGINT');
  };

  /**
   * Insists until it has the lock or knows who has it; a PostgreSQL in recovery refuses connections for a while.
   * False when that PostgreSQL has ended.
   */
  async #takeLock(running: Running): Promise<boolean> {
    this.#insisting = true;
    try {
      return await this.#insist(running);
    } finally {
      this.#insisting = false;
    }
  }

  async #insist(running: Running): Promise<boolean> {
    while (!this.#stopping && running.process.exitCode === null && running.process.signalCode === null) {
      const lock = await takeLock(this.#lock).catch(() => null);
      if (lock?.taken === true) return true;
      if (lock?.taken === false) {
        // Its new owner uses this PostgreSQL now: it must not end with us.
        this.#running = null;
        throw inUse(this.#kept.dataDir, lock.by);
      }
      await wait(retryAfter);
    }
    return false;
  }

  /** The driver also says so when an attempt of ours to connect fails: then somebody insists already. */
  #lockDropped(): void {
    const running = this.#running;
    if (running === null || this.#stopping || this.#insisting) return;
    this.#takeLock(running).catch((error: StartupError) => this.#kept.onLost(error));
  }

  #endedUnasked(running: Running): void {
    if (this.#stopping || this.#running !== running) return;
    this.#kept.tell('FATAL: the database ended unasked and is started again');
    this.#running = null;
    this.#restarting = this.#restart();
  }

  async #restart(): Promise<void> {
    while (!this.#stopping) {
      try {
        await this.begin();
        return;
      } catch (error) {
        if (error instanceof StartupError) return this.#kept.onLost(error);
        // A full disk, no memory: it may pass, and then nobody has to be called.
        this.#kept.tell(`FATAL: the database does not start: ${(error as Error).message}`);
        await wait(restartPause);
      }
    }
  }
}
