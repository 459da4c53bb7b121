import type { Sql } from 'postgres';
import type { z } from 'zod';
import type { MessageHit, SearchPage, SearchQuery } from '../../contract/search.ts';
import { invalidField } from '../platform/app-error.ts';
import { findCustomers, findPlaces, type HitRow, loadHits } from './store.ts';
import { marksOf, snippetOf, toTsquery, wantedBy } from './words.ts';

const CUSTOMERS_MAX = 10;

const toHit = (row: HitRow, marks: string[]): MessageHit => ({
  conversationId: row.conversationId,
  caseNumber: row.caseNumber,
  customer: { id: row.customerId, name: row.customerName },
  seq: row.seq,
  at: row.at.toISOString(),
  note: row.type === 'note.added',
  by: row.actorKind,
  snippet: snippetOf(
    row.body === null ? '' : ((JSON.parse(row.body) as { text?: string }).text ?? ''),
    marks,
  ),
});

/** Messages and notes over the whole history, newest first, and on the first page the customers that fit. */
export async function find(sql: Sql, { q, cursor, limit }: z.infer<typeof SearchQuery>): Promise<SearchPage> {
  const before = cursor === undefined ? null : Number(cursor);
  if (before !== null && !Number.isSafeInteger(before))
    throw invalidField('cursor', 'is not a cursor of ours');
  const wanted = wantedBy(q);
  const marks = marksOf(q);
  if (wanted.length === 0) return { messages: [], customers: [], next: null, words: marks };
  const tsquery = toTsquery(wanted);
  const [places, customers] = await Promise.all([
    findPlaces(sql, tsquery, before, limit + 1),
    before === null ? findCustomers(sql, tsquery, q.toUpperCase(), CUSTOMERS_MAX) : [],
  ]);
  const page = places.slice(0, limit);
  const hits = page.length === 0 ? [] : await loadHits(sql, page);
  const next = places.length > limit ? (page.at(-1)?.pos ?? null) : null;
  return { messages: hits.map((row) => toHit(row, marks)), customers: [...customers], next, words: marks };
}
