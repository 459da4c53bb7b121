import type { ISql } from 'postgres';
import type { Locale } from '../../contract/locale.ts';
import type { Keepable } from './keepable.ts';

/** Keeps a question that no article answered, or counts that it was asked again: then it waits again. */
export async function addUnanswered(
  sql: ISql,
  { locale, question, at }: { locale: Locale; question: Keepable; at: Date },
): Promise<void> {
  await sql`
    insert into unanswered_questions (locale, question, folded, first_at, last_at)
    values (${locale}, ${question.text}, ${question.folded}, ${at}, ${at})
    on conflict (folded) do update set asked = unanswered_questions.asked + 1, settled_at = null, settled_by = null,
      last_at = greatest(unanswered_questions.last_at, excluded.last_at)`;
}

export interface UnansweredRow {
  readonly id: number;
  readonly locale: Locale;
  readonly text: string;
  readonly asked: number;
  readonly lastAt: Date;
}

const columns = (sql: ISql) => sql`id::int, locale, question as text, asked, last_at as "lastAt"`;

/** What waits for an editor, the latest first. */
export async function waitingUnanswered(
  sql: ISql,
  { since, limit }: { since: Date; limit: number },
): Promise<UnansweredRow[]> {
  return sql<UnansweredRow[]>`
    select ${columns(sql)} from unanswered_questions where settled_at is null and last_at >= ${since}
    order by last_at desc, id desc limit ${limit}`;
}

/** Those of `ids` that wait, or that were put away; held until the transaction ends. */
export async function lockUnanswered(
  sql: ISql,
  ids: readonly number[],
  state: 'waiting' | 'settled',
): Promise<UnansweredRow[]> {
  return sql<UnansweredRow[]>`
    select ${columns(sql)} from unanswered_questions
    where id = any(${[...ids]}::bigint[]) and ${state === 'waiting' ? sql`settled_at is null` : sql`settled_at is not null`}
    order by id for update`;
}

/** Puts questions away, or with nobody takes that back. */
export async function markSettled(
  sql: ISql,
  ids: readonly number[],
  by: { id: string; at: Date } | null,
): Promise<void> {
  await sql`
    update unanswered_questions set settled_at = ${by?.at ?? null}, settled_by = ${by?.id ?? null}
    where id = any(${[...ids]}::bigint[])`;
}

/** Forgets what was last asked before a time, and the oldest of what is more than `most`. */
export async function forgetUnanswered(
  sql: ISql,
  { before, most }: { before: Date; most: number },
): Promise<void> {
  await sql`
    delete from unanswered_questions where last_at < ${before} or id in (
      select id from unanswered_questions order by last_at desc, id desc offset ${most})`;
}
