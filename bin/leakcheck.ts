/**
 * `npm run leakcheck`: says secrets of every kind at every door of a running server and types them into the chat and the
 * desk in Chromium, then looks for them in database, log lines, files and what the browsers keep. Prints where something was found; ends with 1 when anything was.
 *
 *   FILES   JSON lines of {text, spans: [{value}], tier}, beside the texts that come with the tests
 *
 * `DATABASE_URL` names the PostgreSQL to use, in a database that is dropped afterwards; else our own is started.
 */
import { existsSync } from 'node:fs';
import { openBenchDatabase } from '../test/bench/database.ts';
import { casesFrom, ownCases } from '../test/guard/leaks/cases.ts';
import { runLeakcheck } from '../test/guard/leaks/run.ts';

const beside = '../shared/eval/guard/dev.jsonl';
const given = process.argv.slice(2);
const files = given.length > 0 || !existsSync(beside) ? given : [beside];
const cases = [...ownCases(), ...files.flatMap(casesFrom)];

const { url, sql, stop } = await openBenchDatabase(process.env.DATABASE_URL);
const { found, errors, ...figures } = await runLeakcheck(cases, { url, sql, drop: stop }, cases);
for (const line of [...found, ...errors]) console.log(line);
console.log(JSON.stringify({ ...figures, found: found.length, errors: errors.length }));
process.exit(found.length + errors.length === 0 ? 0 : 1);
