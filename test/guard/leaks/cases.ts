import { readFileSync } from 'node:fs';
import { withSecrets } from '../cases.ts';

/** A text with secrets in it, and each of them as it is written there. */
export interface LeakCase {
  text: string;
  secrets: string[];
}

/** Of our own making. */
export const ownCases = (): LeakCase[] =>
  withSecrets.map((line) => ({
    text: line.replace(/[⟦⟧]/g, ''),
    secrets: [...line.matchAll(/⟦([^⟧]*)⟧/g)].map(([, secret = '']) => secret),
  }));

/** From a file of `{text, spans: [{value}], tier}` lines; what its makers do not agree on is left out. */
export function casesFrom(file: string): LeakCase[] {
  const rows = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return rows
    .map((line) => JSON.parse(line) as { text: string; spans: { value: string }[]; tier?: string })
    .filter(({ spans, tier }) => spans.length > 0 && tier !== 'contested')
    .map(({ text, spans }) => ({ text, secrets: spans.map(({ value }) => value) }));
}
