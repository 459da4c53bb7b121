import type { ISql, JSONValue } from 'postgres';
import type { NewTopic } from '../../contract/topics.ts';
import type { Guarded } from '../guard/refuse-secrets.ts';

export type TopicToWrite = Omit<NewTopic, 'texts'> & { texts: Guarded<NewTopic['texts']> };
export type TopicRow = TopicToWrite & { archivedAt: Date | null };

const columns = (sql: ISql) =>
  sql`id, icon, urgent, position, texts, team_id as "teamId", skills, archived_at as "archivedAt"`;

/** Topics in their order; those that are archived only where asked for. */
export async function topicRows(sql: ISql, archivedToo: boolean): Promise<TopicRow[]> {
  return sql<TopicRow[]>`select ${columns(sql)} from topics where ${archivedToo} or archived_at is null
    order by position, id`;
}

export async function lockTopic(sql: ISql, id: string): Promise<TopicRow | null> {
  const [row] = await sql<TopicRow[]>`select ${columns(sql)} from topics where id = ${id} for update`;
  return row ?? null;
}

export async function insertTopic(sql: ISql, topic: TopicToWrite): Promise<void> {
  await sql`insert into topics (id, icon, urgent, position, texts, team_id, skills)
    values (${topic.id}, ${topic.icon}, ${topic.urgent}, ${topic.position}, ${sql.json(topic.texts as JSONValue)},
      ${topic.teamId}, ${topic.skills})`;
}

export async function updateTopic(sql: ISql, topic: TopicRow, by: string): Promise<void> {
  await sql`update topics set icon = ${topic.icon}, urgent = ${topic.urgent}, position = ${topic.position},
      texts = ${sql.json(topic.texts as JSONValue)}, team_id = ${topic.teamId}, skills = ${topic.skills},
      archived_at = ${topic.archivedAt},
      archived_by = ${topic.archivedAt === null ? null : by}, updated_at = now()
    where id = ${topic.id}`;
}

/** Adds what is not there yet; what somebody has edited or archived stays as it is. */
export async function insertIfMissing(sql: ISql, topic: TopicToWrite): Promise<boolean> {
  const rows = await sql`insert into topics (id, icon, urgent, position, texts)
    values (${topic.id}, ${topic.icon}, ${topic.urgent}, ${topic.position}, ${sql.json(topic.texts as JSONValue)})
    on conflict (id) do nothing returning 1`;
  return rows.length === 1;
}
