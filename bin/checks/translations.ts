import type { Spoken } from './read-words.ts';

/** Texts by key; nested catalogues are flattened with dots. */
export type Catalogue = Record<string, string>;

/** The same screens' words in both languages, and the sources that speak them. */
export interface Catalogues {
  readonly folder: string;
  readonly zh: Catalogue;
  readonly en: Catalogue;
  readonly spoken: Spoken[];
}

/** Flattens a nested catalogue. @throws Error when a leaf is no text */
export function flatten(nested: object, prefix = ''): Catalogue {
  const entries = Object.entries(nested).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'string') return [[prefix + key, value]];
    if (typeof value === 'object' && value !== null)
      return Object.entries(flatten(value, `${prefix}${key}.`));
    throw new Error(`${prefix}${key} is no text`);
  });
  return Object.fromEntries(entries);
}

/** A key without the ending that a plural form adds: languages have different forms. */
const baseOf = (key: string): string => key.replace(/[._](zero|one|two|few|many|other)$/, '');

/** What a text is filled with: `{name}` or `{{name}}`. */
const holesOf = (text: string): string =>
  [...new Set(text.match(/\{\{?\s*\w+/g)?.map((hole) => hole.replace(/[{\s]/g, '')))].sort().join(', ');

function compareLanguages({ folder, zh, en }: Catalogues): string[] {
  const [zhBases, enBases] = [new Set(Object.keys(zh).map(baseOf)), new Set(Object.keys(en).map(baseOf))];
  const missing = [
    ...[...zhBases].filter((key) => !enBases.has(key)).map((key) => `${folder}: "${key}" is missing in en`),
    ...[...enBases]
      .filter((key) => !zhBases.has(key))
      .map((key) => `${folder}: "${key}" is missing in zh-CN`),
  ];
  const empty = [...Object.entries(zh), ...Object.entries(en)]
    .filter(([, text]) => text.trim() === '')
    .map(([key]) => `${folder}: "${key}" is empty`);
  const holes = Object.entries(zh)
    .filter(([key, text]) => key in en && holesOf(text) !== holesOf(en[key] ?? ''))
    .map(
      ([key, text]) =>
        `${folder}: "${key}" is filled with (${holesOf(text)}) in zh-CN, (${holesOf(en[key] ?? '')}) in en`,
    );
  return [...missing, ...empty, ...holes];
}

function findUnused({ folder, zh, spoken }: Catalogues): string[] {
  const isSpoken = (key: string): boolean =>
    spoken.some(({ strings, patterns }) => strings.has(key) || patterns.some((pattern) => pattern.test(key)));
  return Object.keys(zh)
    .filter((key) => !isSpoken(key) && !isSpoken(baseOf(key)))
    .map((key) => `${folder}: "${key}" is used nowhere`);
}

/** Everything wrong with one pair of catalogues, one line each. */
export function checkCatalogues(catalogues: Catalogues): string[] {
  return [...compareLanguages(catalogues), ...findUnused(catalogues)];
}
