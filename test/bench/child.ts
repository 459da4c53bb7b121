/** Processes of the bench: how they are started, asked and ended. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Child {
  readonly process: ChildProcess;
  /** Sends a question and resolves with its answer; one at a time. Rejects when the process ends first. */
  ask<Answer>(question: object): Promise<Answer>;
  stop(): Promise<void>;
}

interface Reply {
  answer?: unknown;
  error?: string;
}

export interface ChildOptions {
  env?: Record<string, string>;
  /** Options of Node itself. */
  node?: string[];
  /** Hears each piece of the standard output. */
  onOutput?(text: string): void;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** @param script path from the root of the project */
export function start(script: string, { env = {}, node = [], onOutput }: ChildOptions = {}): Child {
  const root = join(import.meta.dirname, '../..');
  const child = fork(join(root, script), {
    cwd: root,
    env: { ...process.env, ...env },
    execArgv: ['--disable-warning=ExperimentalWarning', ...node],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  running.add(child);
  child.stdout?.setEncoding('utf8').on('data', (text: string) => onOutput?.(text));
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return {
    process: child,
    async ask<Answer>(question: object): Promise<Answer> {
      const reply = once(child, 'message').then(([message]) => message as Reply);
      child.send(question);
      const got = await Promise.race([
        reply,
        ended.then((code): Reply => ({ error: `${script} ended (${code})` })),
      ]);
      if (got.error !== undefined) throw new Error(got.error);
      return got.answer as Answer;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** In a child: answers the parent's questions, one after another. */
export function answer<Question>(handle: (question: Question) => Promise<unknown>): void {
  process.on('message', (question: Question) => {
    handle(question).then(
      (result) => process.send?.({ answer: result }),
      (error: Error) => process.send?.({ error: error.message }),
    );
  });
}
