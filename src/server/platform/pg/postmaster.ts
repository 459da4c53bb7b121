import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { cleanEnvironment } from './cluster.ts';
import type { Home } from './home.ts';
import { becoming } from './owner.ts';
import { readPidfile, serves } from './pidfile.ts';
import { postgresSettings } from './tuning.ts';

/** Tells one line of PostgreSQL's own log. */
export type TellLine = (line: string) => void;

/** PostgreSQL's main process, running or ended. */
export interface Running {
  readonly process: ChildProcess;
  readonly pid: number;
  /** Resolves when it has ended, however. */
  readonly ended: Promise<void>;
}

/** PostgreSQL ended before it took connections; the message is its last word. */
export class StartFailed extends Error {
  override readonly name = 'StartFailed';
}

const pollMilliseconds = 10;

/** Resolves when the process takes connections. Recovery after a crash may take as long as it takes. */
async function untilReady(child: ChildProcess, cluster: string): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const told = readPidfile(cluster);
    if (told?.pid === child.pid && told?.ready === true) return true;
    await wait(pollMilliseconds);
  }
  return false;
}

/**
 * Starts PostgreSQL, in a session of its own: Ctrl-C is for the server, which stops it in its turn.
 * @throws StartFailed when it ends before it takes connections
 */
export async function startPostmaster(
  home: Home,
  { postgres, prewarm }: Binaries,
  socketFolder: string,
  flush: boolean,
  tell: TellLine,
): Promise<Running> {
  const child = spawn(postgres, ['-D', home.cluster, ...postgresSettings(socketFolder, flush, prewarm)], {
    cwd: home.path,
    env: cleanEnvironment,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...becoming(home.owner),
  });
  let lastWord = 'it did not say why';
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (/^(FATAL|PANIC|postgres: error|.*error while loading)/.test(line))
      lastWord = line.replace(/^[A-Z]+: */, '');
    tell(line);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', (error) => {
      lastWord = error.message;
      resolve();
    });
  });
  if (child.pid !== undefined && (await untilReady(child, home.cluster))) {
    return { process: child, pid: child.pid, ended };
  }
  await ended;
  throw new StartFailed(lastWord);
}

/** Ends our own PostgreSQL: at once for its clients, after a last checkpoint; without the checkpoint when that takes long. */
export async function stopPostmaster(running: Running, patienceMilliseconds: number): Promise<void> {
  running.process.kill('SIGINT');
  const timer = setTimeout(() => running.process.kill('SIGQUIT'), patienceMilliseconds);
  await running.ended;
  clearTimeout(timer);
}

/** Ends a PostgreSQL that an earlier server left behind. */
export async function stopStranger(
  pid: number,
  cluster: string,
  patienceMilliseconds: number,
): Promise<void> {
  const giveUp = Date.now() + patienceMilliseconds;
  const signal = (name: NodeJS.Signals): void => {
    if (serves(pid, cluster)) process.kill(pid, name);
  };
  signal('SIGINT');
  while (serves(pid, cluster)) {
    if (Date.now() > giveUp) signal('SIGQUIT');
    await wait(pollMilliseconds);
  }
}
