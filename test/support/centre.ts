import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from './database.ts';

const root = join(import.meta.dirname, '../..');

interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The whole centre as an operator runs it: a server process on a database of its own, which can be killed and started again. */
export class RunningCentre {
  /** Stays the same over restarts. */
  readonly url: string;
  readonly database: TestDatabase;
  /** Where it keeps its files (`DATA_DIR`). */
  readonly folder = mkdtempSync(join(tmpdir(), 'okpay-centre-'));
  readonly #variables: Record<string, string>;
  #child: ChildProcess | null = null;
  #output = '';
  #wake: (() => void)[] = [];

  constructor(port: number, database: TestDatabase, variables: Record<string, string>) {
    this.url = `http://127.0.0.1:${port}`;
    this.database = database;
    this.#variables = {
      PORT: String(port),
      DATABASE_URL: database.url,
      DATA_DIR: this.folder,
      NODE_ENV: 'development',
      LOG_LEVEL: 'warn',
      ...variables,
    };
  }

  /** Resolves once the server is ready. @throws Error when it ends before that */
  async start(): Promise<void> {
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    const options = { cwd: root, env: { PATH, NODE_COMPILE_CACHE, ...this.#variables } };
    const child = spawn(process.execPath, ['src/server/main.ts'], options);
    this.#child = child;
    const from = this.#output.length;
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', this.#hear);
    const ended = once(child, 'exit').then(() => {
      throw new Error(`The server ended: ${this.#output.slice(from)}`);
    });
    ended.catch(() => undefined);
    await Promise.race([ended, this.#until(() => this.#output.indexOf('  Desk ', from) > 0)]);
  }

  /** SIGKILL, in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends everything; the database with its data too. */
  async close(): Promise<void> {
    await this.#end('SIGTERM');
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Everything the server has said so far. */
  get said(): string {
    return this.#output;
  }

  /** What the server itself calls an error. */
  get errors(): string[] {
    return this.#output.split('\n').filter((line) => /^\{"level":(50|60)/.test(line));
  }

  /** The printed path that makes the first administrator. */
  get setupPath(): string {
    return /\/desk\/setup\/[\w-]+/.exec(this.#output)?.[0] ?? '';
  }

  /** The latest letter to this address that fits, whether it was sent already or is still to come. */
  async letter(to: string, fits: (letter: Letter) => boolean = () => true): Promise<Letter> {
    const found = () => this.#letters().findLast((letter) => letter.to === to && fits(letter));
    await this.#until(() => found() !== undefined);
    return found() as Letter;
  }

  #letters(): Letter[] {
    const blocks = this.#output.matchAll(/--- letter to (\S+): (.*)\n([\s\S]*?)\n---\n/g);
    return [...blocks].map(([, to = '', subject = '', text = '']) => ({ to, subject, text }));
  }

  readonly #hear = (text: string): void => {
    this.#output += text;
    for (const wake of this.#wake.splice(0)) wake();
  };

  async #until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.#wake.push(resolve));
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }
}

/** Starts a centre with an empty database and the starter content. One-time codes and links are in its letters. */
export async function startCentre(
  variables: Record<string, string> = {},
  database?: TestDatabase,
): Promise<RunningCentre> {
  const centre = new RunningCentre(await freePort(), database ?? (await createTestDatabase()), variables);
  await centre.start();
  return centre;
}
