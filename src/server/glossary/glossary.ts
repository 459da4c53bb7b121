import type { Sql } from 'postgres';
import type { GlossaryTerm } from '../../contract/glossary.ts';
import { type Locale, locales } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import { readRevision, type TermRow, termRows } from './store.ts';

/** The terms in use, in each language in the order of their names there, as they stood at `revision`. */
interface Terms {
  readonly revision: string;
  readonly in: Record<Locale, readonly GlossaryTerm[]>;
}

interface Shelf {
  terms: Promise<Terms>;
  checkedAt: number;
}

/** How long terms are taken for current before the database is asked whether another node changed them. */
const CHECK_EVERY_MS = 300;

const shelves = new WeakMap<Sql, Shelf>();

const byTerm: Record<Locale, Intl.Collator> = {
  'zh-CN': new Intl.Collator('zh-CN-u-co-pinyin'),
  en: new Intl.Collator('en'),
};

const inLocale = (rows: readonly TermRow[], locale: Locale): GlossaryTerm[] =>
  rows
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ id, words }) => ({ id, ...words[locale] }))
    .sort((a, b) => byTerm[locale].compare(a.term, b.term));

/** Terms that did not change stay the very same array: patterns are kept by it. */
async function refresh(sql: Sql, before?: Terms): Promise<Terms> {
  // The revision is read first: a change in between is then seen at the next check, never missed.
  const revision = await readRevision(sql);
  if (before?.revision === revision) return before;
  const rows = await termRows(sql);
  const all = locales.map((locale) => [locale, inLocale(rows, locale)]);
  return { revision, in: Object.fromEntries(all) as Terms['in'] };
}

async function openTerms({ sql, clock }: Pick<Deps, 'sql' | 'clock'>): Promise<Terms> {
  const now = clock.now().getTime();
  const shelf = shelves.get(sql);
  if (shelf !== undefined && Math.abs(now - shelf.checkedAt) < CHECK_EVERY_MS) return shelf.terms;
  const before = await shelf?.terms.catch(() => undefined);
  const terms = refresh(sql, before);
  shelves.set(sql, { terms, checkedAt: now });
  terms.catch(() => shelves.delete(sql));
  return terms;
}

/** The terms in a language, at most a third of a second old. A failed read is not kept: the next caller asks again. */
export async function glossaryIn(
  deps: Pick<Deps, 'sql' | 'clock'>,
  locale: Locale,
): Promise<readonly GlossaryTerm[]> {
  return (await openTerms(deps)).in[locale];
}

/** Has the next caller ask the database, so that a change just made here shows at once. */
export function closeGlossary(sql: Sql): void {
  const shelf = shelves.get(sql);
  if (shelf !== undefined) shelf.checkedAt = Number.NEGATIVE_INFINITY;
}
