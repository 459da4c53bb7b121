import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const vite = join(root, 'node_modules/vite/bin/vite.js');

const run = (...args: string[]): ChildProcess =>
  spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
  });

// The pages are rebuilt and the server is started again whenever one of their files is saved.
const pages = run(vite, 'build', '--watch', '--mode', 'development', '--logLevel', 'warn');
const server = run('--watch', '--watch-preserve-output', 'src/server/main.ts', ...process.argv.slice(2));

const stop = (): void => {
  for (const child of [pages, server]) child.kill('SIGTERM');
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
await Promise.race([once(pages, 'exit'), once(server, 'exit')]);
stop();
