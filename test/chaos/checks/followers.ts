import type { Sql } from 'postgres';
import type { Witness } from '../witness.ts';

/** Those that follow the log: one audit line for each line of staff, written with it, and every message in the search index. */
export async function checkFollowers(sql: Sql, witness: Witness): Promise<void> {
  const unaudited = await sql<{ id: string; n: number }[]>`
    select e.id, count(a.id)::int as n from events e
    left join audit a on a.subject_id = e.conversation_id::text and a.staff_id = e.actor_id and (a.detail->>'seq')::int = e.seq
    where e.actor_kind = 'agent' and e.type in ('message.posted', 'note.added')
    group by e.conversation_id, e.seq, e.id having count(a.id) <> 1`;
  for (const { id, n } of unaudited) witness.violate('audit_differs', `${id} has ${n} audit lines`);
  const unindexed = await sql<{ id: string }[]>`
    select e.id from events e left join message_words w on w.pos = e.pos
    where e.type in ('message.posted', 'note.added') and w.pos is null`;
  for (const { id } of unindexed) witness.violate('search_differs', `${id} cannot be found`);
}

/** Resolves when the reader that fills the search index has nothing left to read. */
export async function hasIndexed(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ left: boolean }[]>`
    select exists(select 1 from events e, log_cursors l where l.reader = 'search' and (e.tx, e.pos) > (l.tx, l.pos)) as left`;
  return row?.left === false;
}
