import type { ISql } from 'postgres';
import type { Locale } from '../../contract/locale.ts';
import type { ProposedHow } from '../../contract/questions.ts';
import type { Keepable } from './keepable.ts';

interface Proposed {
  articleId: string;
  locale: Locale;
  question: Keepable;
  how: ProposedHow;
  at: Date;
}

/** Proposes a question for an article, or counts that it was asked again. What an editor decided on stays decided. */
export async function addProposed(
  sql: ISql,
  { articleId, locale, question, how, at }: Proposed,
): Promise<void> {
  await sql`
    insert into proposed_questions (article_id, locale, question, folded, how, first_at, last_at)
    values (${articleId}, ${locale}, ${question.text}, ${question.folded}, ${how}, ${at}, ${at})
    on conflict (article_id, folded) do update set asked = proposed_questions.asked + 1,
      how = excluded.how, last_at = greatest(proposed_questions.last_at, excluded.last_at)`;
}

export interface ProposedRow {
  readonly id: number;
  readonly articleId: string;
  readonly locale: Locale;
  readonly text: string;
  readonly asked: number;
  readonly how: ProposedHow;
  readonly lastAt: Date;
}

const columns = (sql: ISql) => sql`
  id::int, article_id as "articleId", locale, question as text, asked, how, last_at as "lastAt"`;

/** What waits for an editor, the latest first. */
export async function waitingProposed(sql: ISql, limit: number): Promise<ProposedRow[]> {
  return sql<ProposedRow[]>`
    select ${columns(sql)} from proposed_questions where accepted is null order by last_at desc, id desc limit ${limit}`;
}

/** How many wait, and a text that is another whenever they are others. */
export async function waitingStamp(sql: ISql): Promise<{ waiting: number; stamp: string }> {
  const [row] = await sql<[{ waiting: number; stamp: string }]>`
    select count(*)::int as waiting, coalesce(max(id), 0) || '/' || count(*) as stamp
    from proposed_questions where accepted is null`;
  return row;
}

/** Those of `ids` that wait, held until the transaction ends; or that were refused. */
export async function lockProposed(
  sql: ISql,
  ids: readonly number[],
  state: 'waiting' | 'refused',
): Promise<ProposedRow[]> {
  return sql<ProposedRow[]>`
    select ${columns(sql)} from proposed_questions
    where id = any(${[...ids]}::bigint[]) and ${state === 'waiting' ? sql`accepted is null` : sql`accepted = false`}
    order by id for update`;
}

/** Writes down what was decided; `accepted` null: it waits again. */
export async function markDecided(
  sql: ISql,
  ids: readonly number[],
  accepted: boolean | null,
  by: { id: string; at: Date },
): Promise<void> {
  const [at, who] = accepted === null ? [null, null] : [by.at, by.id];
  await sql`
    update proposed_questions set accepted = ${accepted}, decided_at = ${at}, decided_by = ${who}
    where id = any(${[...ids]}::bigint[])`;
}
