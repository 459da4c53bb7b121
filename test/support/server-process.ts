import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** The real server in a process of its own, as an operator runs it. */
export interface ServerProcess {
  readonly child: ChildProcess;
  /** Where it listens, once it is ready. @throws Error when it ends before that */
  ready(): Promise<string>;
  /** How it ended: exit code, and what it said on standard error. */
  ended(): Promise<{ code: number | null; complaint: string }>;
  /** Everything it has said on standard output so far. */
  said(): string;
}

/** How the server is started: by its program, or as the README says. */
const commands = { main: [process.execPath, 'src/server/main.ts'], npm: ['npm', 'start'] } as const;

/** Starts the server with these variables and hardly any of our own. Ended when the test has finished, or when told. */
export function startServer(
  variables: Record<string, string>,
  { by = 'main', until = 'finished' }: { by?: keyof typeof commands; until?: 'finished' | 'told' } = {},
): ServerProcess {
  const [program, ...args] = commands[by];
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(program, args, {
    cwd: root,
    env: { PATH, HOME, NODE_COMPILE_CACHE, PORT: '0', LOG_LEVEL: 'warn', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let complaint = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (complaint += chunk));
  const closed = once(child, 'close');
  const end = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await closed;
  };
  if (until === 'finished') onTestFinished(end);
  const address = new Promise<string>((resolve) => {
    child.stdout.on('data', () => {
      const found = /Centre +(http:\S+?)\/?\n/.exec(output);
      if (found?.[1] !== undefined) resolve(found[1]);
    });
  });
  return {
    child,
    said: () => output,
    async ready() {
      const early = closed.then(() => Promise.reject(new Error(`The server ended: ${complaint}${output}`)));
      return Promise.race([address, early]);
    },
    async ended() {
      const [code] = (await closed) as [number | null];
      return { code, complaint };
    },
  };
}
