import type { ISql } from 'postgres';
import type { MentionKind, ReportedChannel, ReportedQuery } from '../../contract/official.ts';
import type { GuardedText } from '../guard/inspect.ts';

interface Channel {
  kind: MentionKind;
  means: GuardedText;
}

/** Counts one report of a channel and keeps its text; it waits for somebody to look at it, also when somebody did before. */
export async function addReport(
  sql: ISql,
  { kind, means }: Channel,
  text: GuardedText,
  at: Date,
): Promise<void> {
  await sql`
    with channel as (
      insert into reported_channels (kind, means, reports, first_at, last_at) values (${kind}, ${means}, 1, ${at}, ${at})
      on conflict (kind, means) do update set reports = reported_channels.reports + 1, last_at = excluded.last_at,
        reviewed_at = null, reviewed_by = null
      returning id
    )
    insert into channel_reports (channel_id, at, text) select id, ${at}, ${text} from channel`;
}

type ReportedRow = Omit<ReportedChannel, 'firstAt' | 'lastAt' | 'reviewedAt'> & {
  firstAt: Date;
  lastAt: Date;
  reviewedAt: Date | null;
};

/** Those that wait, the most reported first; or those looked at, the latest first. */
export async function reportedChannels(sql: ISql, { state, limit }: ReportedQuery): Promise<ReportedRow[]> {
  const isWaiting = state === 'waiting';
  return sql<ReportedRow[]>`
    select c.id::int, c.kind, c.means, c.reports, c.first_at as "firstAt", c.last_at as "lastAt",
      c.reviewed_at as "reviewedAt", p.display_name as "reviewedBy",
      (select r.text from channel_reports r where r.channel_id = c.id order by r.at desc, r.id desc limit 1) as latest
    from reported_channels c left join staff p on p.id = c.reviewed_by
    where (c.reviewed_at is null) = ${isWaiting}
    order by ${isWaiting ? sql`c.reports desc, c.last_at desc` : sql`c.reviewed_at desc`}, c.id desc limit ${limit}`;
}

/** Marks a channel as looked at; null when there is none, or somebody was faster. */
export async function markReviewed(
  sql: ISql,
  id: number,
  by: string,
  at: Date,
): Promise<{ kind: MentionKind; means: string; reports: number } | null> {
  const [row] = await sql<{ kind: MentionKind; means: string; reports: number }[]>`
    update reported_channels set reviewed_at = ${at}, reviewed_by = ${by}
    where id = ${id} and reviewed_at is null returning kind, means, reports`;
  return row ?? null;
}
