/**
 * `npm run -s eval:guard -- CASES.jsonl`: what would be kept of each text. Reads one JSON object a line with `id`, `text`
 * and `lang` (zh or anything else), writes `{id, text}` a line.
 */
import { readFileSync } from 'node:fs';
import { mask } from '../src/guard/mask.ts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: npm run -s eval:guard -- CASES.jsonl');
  process.exit(1);
}
for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const { id, text, lang } = JSON.parse(line) as { id: string; text: string; lang?: string };
  console.log(JSON.stringify({ id, text: mask(text, lang === 'zh' ? 'zh-CN' : 'en').text }));
}
