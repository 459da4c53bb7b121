import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.ts';
import { buildPages } from './pages.ts';

const root = join(import.meta.dirname, '..');
const reportFile = join(root, 'test-output/vitest.json');

interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: {
    readonly status: string;
    readonly assertionResults: { readonly status: string }[];
  }[];
}

function fail(reason: string): never {
  console.error(reason);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

async function runVitest(args: string[]): Promise<number> {
  rmSync(reportFile, { force: true });
  mkdirSync(join(root, 'test-output'), { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

/** Counts tests; a file that could not even be loaded, or an error outside every test, is a failure of its own. */
function count(code: number): { passed: number; failed: number } {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + unloadable;
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

const missing = ensureBrowser();
if (missing !== null) fail(missing);
await buildPages().catch((error: Error) => fail(`The pages cannot be built: ${error.message}`));
const code = await runVitest(process.argv.slice(2));
const { passed, failed } = count(code);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
