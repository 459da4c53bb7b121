/**
 * Measures the pages with Lighthouse in the installed Chromium, on a demo centre started for it: home and an article as a
 * phone, the desk (signed in, nothing cached) as a desktop. Each is the median of three runs, after one that is not
 * counted: a browser and a server that have just started are busy with themselves. Reports go to test-output/lighthouse/;
 * prints one JSON line.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromiumArguments, findChromium } from '../test/support/chromium.ts';
import { ensureBrowser } from './browser.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'okpay-lighthouse-'));
const output = join(root, 'test-output/lighthouse');

/** Starts a program and resolves with the first match of `ready` in what it prints. */
async function startUntil(program: string, args: string[], ready: RegExp, env = {}) {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const match = await new Promise<RegExpExecArray>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      text += chunk;
      const found = ready.exec(text);
      if (found !== null) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`${program} ended (${code}): ${text.slice(-500)}`)));
  });
  return { child, match };
}

async function signIn(base: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${base}/api/desk/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`signing in answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

const RUNS = 3;

async function run(url: string, port: number, kind: 'phone' | 'desktop', cookie?: string) {
  const flags = {
    port,
    output: 'html' as const,
    logLevel: 'error' as const,
    ...(cookie && { extraHeaders: { Cookie: cookie } }),
  };
  const result = await lighthouse(url, flags, kind === 'desktop' ? desktopConfig : undefined);
  if (result === undefined) throw new Error(`${url} could not be measured`);
  return result;
}

type Result = Awaited<ReturnType<typeof run>>;

async function measure(name: string, ...where: Parameters<typeof run>) {
  const results: Result[] = [];
  for (let i = 0; i < RUNS; i++) results.push(await run(...where));
  const performance = ({ lhr }: Result) => lhr.categories.performance?.score ?? 0;
  results.sort((a, b) => performance(a) - performance(b));
  const result = results[Math.floor(RUNS / 2)] as Result;
  writeFileSync(join(output, `${name}.html`), String(result.report));
  const { categories, audits } = result.lhr;
  const score = (id: string) => Math.round((categories[id]?.score ?? 0) * 100);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    largestContentfulPaintMs: Math.round(audits['largest-contentful-paint']?.numericValue ?? -1),
    interactiveMs: Math.round(audits.interactive?.numericValue ?? -1),
    layoutShift: audits['cumulative-layout-shift']?.numericValue ?? -1,
  };
}

const missing = ensureBrowser();
if (missing !== null) throw new Error(missing);
mkdirSync(output, { recursive: true });
const centre = await startUntil(
  process.execPath,
  ['bin/start.ts', '--demo'],
  /Desk\s+(http:\S+)\/desk[\s\S]*?agent\s+(\S+@\S+)\s+(\S+)/,
  { PORT: '0', DATA_DIR: join(folder, 'data') },
);
const browser = await startUntil(
  findChromium() ?? '',
  [
    '--headless',
    '--disable-gpu',
    '--disable-background-networking',
    '--no-first-run',
    '--remote-debugging-port=0',
    `--user-data-dir=${folder}/profile`,
    ...chromiumArguments,
  ],
  /DevTools listening on ws:\/\/[^:]+:(\d+)/,
);
try {
  const [, base = '', email = '', password = ''] = centre.match;
  const port = Number(browser.match[1]);
  const cookie = await signIn(base, email, password);
  await run(`${base}/`, port, 'phone');
  const figures = {
    home: await measure('home', `${base}/`, port, 'phone'),
    article: await measure('article', `${base}/help/account-security/account-locked`, port, 'phone'),
    desk: await measure('desk', `${base}/desk`, port, 'desktop', cookie),
  };
  console.log(JSON.stringify(figures));
} finally {
  browser.child.kill('SIGKILL');
  centre.child.kill('SIGTERM');
  await once(centre.child, 'exit');
  rmSync(folder, { recursive: true, force: true });
}
