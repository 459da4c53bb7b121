import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, realpathSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { socketAddress } from '../../src/server/platform/pg/address.ts';
import { databaseName, roleName } from '../../src/server/platform/pg/cluster.ts';
import { readPidfile, serves } from '../../src/server/platform/pg/pidfile.ts';

const root = join(import.meta.dirname, '../..');

export interface ServerEvents {
  /** It listens; `setupToken` when there is no administrator yet. */
  ready(port: number, setupToken: string | null): void;
  /** It does not listen any more. */
  gone(): void;
  /** It ended without having been killed: it should not. */
  endedByItself(complaint: string): void;
}

/** The real server as an operator runs it, with its own database, and the means to harm both. */
export class ServerProcess {
  readonly dataDir: string;
  readonly #events: ServerEvents;
  readonly #variables: Record<string, string>;
  readonly #log: WriteStream;
  #child: ChildProcess | null = null;
  #ready: Promise<void> = Promise.resolve();
  #expected = false;
  /** The database that was stopped last. */
  #stopped = 0;

  constructor(folder: string, variables: Record<string, string>, events: ServerEvents) {
    this.dataDir = join(folder, 'data');
    this.#variables = variables;
    this.#events = events;
    this.#log = createWriteStream(join(folder, 'server.log'), { flags: 'a' });
    // When the run itself is ended, nothing of it lives on.
    process.once('exit', () => {
      this.#child?.kill('SIGKILL');
      this.stopDatabase();
    });
  }

  /** Resolves once it listens; starts anew when it ends by itself before that. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  start(): Promise<void> {
    const child = spawn(process.execPath, ['src/server/main.ts'], {
      cwd: root,
      env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: this.dataDir, ...this.#variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#expected = false;
    child.stdout.pipe(this.#log, { end: false });
    child.stderr.pipe(this.#log, { end: false });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk).slice(-1000);
    });
    this.#ready = this.#untilReady(child);
    child.once('close', () => {
      if (this.#child !== child) return;
      this.#child = null;
      this.#events.gone();
      if (!this.#expected) this.#events.endedByItself(complaint.trim());
    });
    return this.#ready;
  }

  /** SIGKILL, at whatever it is doing. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  /** Stops it in its tracks, or wakes it. */
  freeze(on: boolean): void {
    this.#child?.kill(on ? 'SIGSTOP' : 'SIGCONT');
  }

  /** Immediate stop of the database, as `pg_ctl -m immediate` does; false when none is running. */
  stopDatabase(): boolean {
    const running = this.#postmaster();
    if (running === null) return false;
    process.kill(running.pid, 'SIGQUIT');
    this.#stopped = running.pid;
    return true;
  }

  /** Resolves when a database runs again after the last stop. */
  async databaseReady(): Promise<void> {
    for (
      let found = this.#postmaster();
      found?.ready !== true || found.pid === this.#stopped;
      found = this.#postmaster()
    )
      await wait(20);
  }

  /** Address of the database while it runs. */
  get databaseUrl(): string {
    return socketAddress(this.#postmaster()?.socketFolder ?? '', databaseName, roleName);
  }

  #postmaster() {
    try {
      const cluster = realpathSync(join(this.dataDir, 'postgres/cluster'));
      const found = readPidfile(cluster);
      return found !== null && serves(found.pid, cluster) ? found : null;
    } catch {
      return null;
    }
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return null;
    this.#expected = true;
    const closed = once(child, 'close');
    child.kill(signal);
    const [code] = (await closed) as [number | null];
    return code;
  }

  #untilReady(child: ChildProcess): Promise<void> {
    let said = '';
    return new Promise((resolve) => {
      // Killed while starting: whoever waits goes on, and waits for the next start.
      child.once('close', () => resolve());
      child.stdout?.on('data', (chunk: Buffer) => {
        said = (said + chunk).slice(-4000);
        const port = /Centre +http:\/\/[^:\s]+:(\d+)\//.exec(said)?.[1];
        if (port === undefined || !said.endsWith('\n')) return;
        this.#events.ready(Number(port), /\/desk\/setup\/([\w-]+)/.exec(said)?.[1] ?? null);
        said = '';
        resolve();
      });
    });
  }
}
