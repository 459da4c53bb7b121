/**
 * `npm run -s bench:search`: how long it takes to learn made-up articles and to find among them, on this machine, as one line of JSON.
 * `--articles N` measures one size instead of 77, 2,000 and 10,000.
 */
import { parseArgs } from 'node:util';
import { measureSearch } from '../test/bench/search.ts';

const { values } = parseArgs({
  options: { articles: { type: 'string', multiple: true, default: ['77', '2000', '10000'] } },
});
console.log(JSON.stringify(values.articles.map((count) => measureSearch(Number(count)))));
