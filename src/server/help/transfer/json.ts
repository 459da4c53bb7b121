/** Articles as JSON: `{"articles": [...]}`, each with all its languages. Pure. */
import { z } from 'zod';
import { ArticleText } from '../../../contract/editing.ts';
import { fieldPhrase } from '../../../contract/field-words.ts';
import { Slug } from '../../../contract/help.ts';
import type { Locale } from '../../../contract/locale.ts';
import { type Fault, type Found, faultsOf, type Portable, settingFields } from './portable.ts';

const Whole = z.strictObject({
  id: Slug,
  ...settingFields,
  versions: z.strictObject({ 'zh-CN': ArticleText.optional(), en: ArticleText.optional() }),
});
const File = z.object({ articles: z.array(z.unknown()).max(50_000) });

export function writeJson(articles: readonly Omit<Portable, 'source' | 'line'>[]): string {
  const whole = articles.map(({ id, settings, versions }) => ({ id, ...settings, versions }));
  return `${JSON.stringify({ articles: whole }, null, 2)}\n`;
}

/** The lines on which the elements of the first list begin that is found two deep: that of `articles`. */
export function elementLines(text: string): number[] {
  const lines: number[] = [];
  const tokens = /"(?:[^"\\]|\\.)*"|[[\]{}\n]|[^"[\]{}\s,:]+/gs;
  let line = 1;
  let depth = 0;
  for (const [token] of text.matchAll(tokens)) {
    if (token === '\n') {
      line += 1;
      continue;
    }
    if (depth === 2 && !/^[\]}]$/.test(token)) lines.push(line);
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    if (depth < 2 && lines.length > 0) return lines;
  }
  return lines;
}

const idOf = (value: unknown): string | null => {
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : null;
};

/** What a JSON parser stumbled over, as a line. */
function lineOfError(error: unknown, text: string): number {
  const [, position] = /position (\d+)/.exec(String(error)) ?? [];
  return position === undefined ? 1 : text.slice(0, Number(position)).split('\n').length;
}

const refusal = (line: number, field: string, message: string, speak: Locale): Found => ({
  found: [],
  faults: [{ source: '', line, id: null, field, message: fieldPhrase(message, speak) }],
});

export function readJson(given: string, speak: Locale): Found {
  const text = given.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refusal(lineOfError(error, text), 'json', 'is not valid', speak);
  }
  const file = File.safeParse(value);
  if (!file.success) return refusal(1, 'articles', 'is missing', speak);
  const lines = elementLines(text);
  const found = new Map<string, Portable>();
  const faults: Fault[] = [];
  file.data.articles.forEach((each, at) => {
    const line = lines[at] ?? 1;
    const parsed = Whole.safeParse(each);
    if (!parsed.success) {
      faults.push(...faultsOf(parsed.error, { source: '', id: idOf(each), locale: speak }, () => line));
    } else if (found.has(parsed.data.id)) {
      const message = fieldPhrase('is named twice', speak);
      faults.push({ source: '', line, id: parsed.data.id, field: 'id', message });
    } else {
      const { id, versions, ...settings } = parsed.data;
      found.set(id, { source: '', line, id, settings, versions });
    }
  });
  const refused = new Set(faults.map(({ id }) => id));
  return { found: [...found.values()].filter(({ id }) => !refused.has(id)), faults };
}
