/**
 * What the guard, the check of official channels and the reading of mail reach on the test material beside the project.
 * That material may be used for testing and not be shipped: where it is absent these are skipped.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const material = join(import.meta.dirname, '../../../shared/eval');
const isThere = existsSync(material);
if (!isThere) console.log(`Skipped: there is no test material in ${material}.`);

const run = (...args: string[]): string =>
  execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 });

/** Runs a command of ours over the cases, then the scorer over its answers: the last line, JSON, says what was reached. */
function scored(command: string, input: string, scorer: string, cases: string): Record<string, unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'okpay-eval-'));
  try {
    const answers = join(folder, 'answers.jsonl');
    writeFileSync(answers, run('bin/run.mjs', `bin/${command}.ts`, join(material, input)));
    const told = run(join(material, 'score', scorer), join(material, cases), answers);
    return JSON.parse(told.trim().split('\n').at(-1) as string) as Record<string, unknown>;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.skipIf(!isThere)('every secret is hidden and no clean line is harmed', { timeout: 60_000 }, () => {
  const dev = 'guard/dev.jsonl';
  expect(scored('eval-guard', dev, 'guard.mjs', dev)).toMatchObject({
    recall: 1,
    harmed: 0,
    clean: 175,
    missing: 0,
  });
});

test.skipIf(!isThere)(
  'no fake is called official, and every official one is found',
  { timeout: 60_000 },
  () => {
    const dev = 'official/dev.jsonl';
    const { fakes, fakesNamed, ...reached } = scored('eval-official', dev, 'official.mjs', dev);
    expect(reached).toEqual({
      fakesCalledOfficial: 0,
      official: 14,
      officialFound: 14,
      missing: 0,
      reasons: 96,
    });
    expect(Number(fakesNamed) / Number(fakes)).toBeGreaterThanOrEqual(0.95);
  },
);

test.skipIf(!isThere)('mails are read, and those of machines told apart', { timeout: 120_000 }, () => {
  const reached = scored('eval-mail', 'mail', 'mail.mjs', 'mail/manifest.jsonl') as Record<string, number>;
  const { files, crashed, missing, auto, autoRight, human, humanRight, texts, textRight, replies } = reached;
  expect({ crashed, missing, autoRight, humanRight, textRight }).toEqual({
    crashed: 0,
    missing: 0,
    autoRight: auto,
    humanRight: human,
    textRight: texts,
  });
  expect(files).toBe(245);
  expect(reached.replyLenient).toBeGreaterThanOrEqual(0.95 * (replies ?? 0));
  expect(reached.replyStrict).toBeGreaterThanOrEqual(0.85 * (replies ?? 0));
});
