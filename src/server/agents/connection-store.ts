import type { ISql } from 'postgres';

interface Held {
  sessionId: string;
  staffId: string;
}

/** Says which staff sessions this node holds sockets of now; earlier ones of this node are forgotten. */
export async function replaceConnections(sql: ISql, nodeId: string, held: Held[]): Promise<void> {
  const sessions = held.map(({ sessionId }) => sessionId);
  const staff = held.map(({ staffId }) => staffId);
  await sql`
    with gone as (
      delete from staff_connections where node_id = ${nodeId} and session_id <> all(${sessions}::uuid[])
    )
    insert into staff_connections (node_id, session_id, staff_id, seen_at)
    select ${nodeId}, s, p, now() from unnest(${sessions}::uuid[], ${staff}::uuid[]) as t(s, p)
    on conflict (node_id, session_id) do update set seen_at = now()`;
}
