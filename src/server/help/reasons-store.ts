import type { ISql } from 'postgres';
import type { WhyNot } from '../../contract/help.ts';
import type { Locale } from '../../contract/locale.ts';
import type { GuardedText } from '../guard/inspect.ts';

export interface Reason {
  readonly articleId: string;
  readonly locale: Locale;
  readonly why: WhyNot;
  readonly question: GuardedText | null;
  readonly at: Date;
  /** Where it was said: below the article, or of the automatic answer in a chat. */
  readonly via: 'article' | 'chat';
}

/** Keeps why an article did not help somebody; of an article that is gone nothing is kept. */
export async function addReason(sql: ISql, reason: Reason): Promise<void> {
  await sql`
    insert into article_reasons (article_id, locale, said_at, why, question, via)
    select id, ${reason.locale}, ${reason.at}, ${reason.why}, ${reason.question}, ${reason.via}
    from articles where id = ${reason.articleId}`;
}

export interface ReasonRow {
  readonly articleId: string;
  readonly locale: Locale;
  readonly why: WhyNot;
  readonly question: string | null;
}

/** Why articles did not help since a time, the latest first. */
export async function reasonsSince(sql: ISql, since: Date, limit: number): Promise<ReasonRow[]> {
  return sql<ReasonRow[]>`
    select article_id as "articleId", locale, why, question from article_reasons where said_at >= ${since}
    order by said_at desc, id desc limit ${limit}`;
}

export interface Votes {
  readonly articleId: string;
  readonly solved: number;
  readonly unsolved: number;
}

/** What was said below articles since a day; articles that nobody called unhelpful are left out. */
export async function votesSince(sql: ISql, since: Date): Promise<Votes[]> {
  return sql<Votes[]>`
    select article_id as "articleId", sum(solved)::int as solved, sum(unsolved)::int as unsolved
    from article_votes where day >= ${since}::date group by article_id having sum(unsolved) > 0`;
}

export async function deleteReasons(sql: ISql, before: Date): Promise<void> {
  await sql`delete from article_reasons where said_at < ${before}`;
}
