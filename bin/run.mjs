#!/usr/bin/env node
// Runs a script with the Node that the project brings: `node bin/run.mjs <script> [arguments]`.
// This file alone must run on whatever Node the machine has (20 or later).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldestMajor = 24;

/** The Node among the dependencies; the machine's own where that is new enough; null when there is neither. */
function findNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const program = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (existsSync(program)) return program;
  } catch {
    // Not installed for this system.
  }
  return Number(process.versions.node.split('.')[0]) >= oldestMajor ? process.execPath : null;
}

const node = findNode();
if (node === null) {
  console.error(
    `Node ${oldestMajor} is needed: run npm ci, or install it (this is Node ${process.versions.node}).`,
  );
  process.exit(1);
}

const options = ['--disable-warning=ExperimentalWarning'];
// What Node makes of our sources is kept for the next start; where that cannot be written Node goes on without.
const compiled = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url));
const env = { NODE_COMPILE_CACHE: compiled, ...process.env };
const child = spawn(node, [...options, ...process.argv.slice(2)], { stdio: 'inherit', env });
child.once('error', (error) => {
  console.error(`${node} cannot be run: ${error.message}`);
  process.exit(1);
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2']) process.on(signal, () => child.kill(signal));

child.once('exit', (code, signal) => {
  process.exitCode = code ?? 128 + (constants.signals[signal ?? 'SIGKILL'] ?? 0);
});
