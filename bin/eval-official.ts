/**
 * `npm run -s eval:official -- CASES.jsonl`: whether each pasted text is official. Reads one JSON object a line with
 * `id` and `input`, writes `{id, verdict, reason}` a line. Official are the names and numbers reserved for examples.
 */
import { readFileSync } from 'node:fs';
import { noChannels } from '../src/contract/official.ts';
import { check } from '../src/trust/check.ts';
import { officialList } from '../src/trust/official-list.ts';
import { reasonText } from '../src/trust/reasons.ts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: npm run -s eval:official -- CASES.jsonl');
  process.exit(1);
}
const list = officialList({
  ...noChannels,
  domains: ['okpay.example'],
  mailDomains: ['okpay.example'],
  phones: ['+1-800-555-0199', '400-555-0199'],
});
for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const { id, input } = JSON.parse(line) as { id: string; input: string };
  const { verdict, reason } = check(input, list);
  console.log(JSON.stringify({ id, verdict, reason: reasonText(reason, 'en') }));
}
