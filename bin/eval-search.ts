/**
 * `npm run -s eval:search -- --faq F --queries Q...`: ranks every question of the query files over the articles of a FAQ file, and writes
 * one JSON line a question: `{id, ranked, confidence, urgency}`, the ten best articles first.
 *
 *   --similar K       uses the first K similar questions of each article; all without it
 *   --distractors D   articles that are searched as well
 *   --pairs P         questions that are known to ask the same or not, `{a, b, y}`, or to have one intent, `{q, intent}`: learned from
 */
import { parseArgs } from 'node:util';
import { rankerOf } from '../src/server/help/ranking/rank.ts';
import { train } from '../src/server/help/ranking/train.ts';
import { readFaq, readPairs, readQueries } from '../test/eval/search-files.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    faq: { type: 'string' },
    queries: { type: 'string', multiple: true, default: [] },
    distractors: { type: 'string', multiple: true, default: [] },
    pairs: { type: 'string', multiple: true, default: [] },
    similar: { type: 'string', default: 'all' },
  },
});
if (values.faq === undefined) throw new Error('--faq names the file of articles');

const similar = values.similar === 'all' ? Number.POSITIVE_INFINITY : Number(values.similar);
const articles = [values.faq, ...values.distractors].flatMap((path) => readFaq(path, similar));
const rank = rankerOf(train(articles, values.pairs.flatMap(readPairs)));
// `--queries a b` leaves b among the positionals.
for (const path of [...values.queries, ...positionals]) {
  for (const { id, q } of readQueries(path)) {
    const { hits, confidence, urgency } = rank(q, 10);
    console.log(JSON.stringify({ id, ranked: hits.map((hit) => hit.id), confidence, urgency }));
  }
}
