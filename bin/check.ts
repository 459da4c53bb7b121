import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const tool = (path: string): string => join(root, 'node_modules', path);

/** Everything that is checked without running the product. Names on the command line choose some of them. */
const checks: Record<string, string[]> = {
  style: [tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
  types: [tool('typescript/bin/tsc'), '--noEmit'],
  directions: ['bin/check-directions.ts'],
  unused: [tool('knip/bin/knip.js')],
  translations: ['bin/check-translations.ts'],
  documents: ['bin/check-docs.ts'],
  lockfile: ['bin/check-lockfile.ts'],
};

interface Outcome {
  readonly ok: boolean;
  readonly output: string;
  readonly seconds: string;
}

function run(args: string[]): Promise<Outcome> {
  const begin = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { cwd: root });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ ok: code === 0, output, seconds: ((performance.now() - begin) / 1000).toFixed(1) });
    });
  });
}

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in checks));
if (unknown !== undefined) {
  console.error(`There is no check "${unknown}"; there are: ${Object.keys(checks).join(', ')}.`);
  process.exit(1);
}

let failed = 0;
const wanted = Object.entries(checks).filter(([name]) => chosen.length === 0 || chosen.includes(name));
for (const [name, args] of wanted) {
  const { ok, output, seconds } = await run(args);
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (ok) continue;
  failed += 1;
  console.log(output.trimEnd());
}
console.log(`${wanted.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
