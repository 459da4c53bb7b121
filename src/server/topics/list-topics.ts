import type { ISql } from 'postgres';
import type { Locale } from '../../contract/locale.ts';
import type { EditableTopic, Topic } from '../../contract/topics.ts';
import { type TopicRow, topicRows } from './store.ts';

const inLocale = ({ id, icon, urgent, texts }: TopicRow, locale: Locale): Topic => ({
  id,
  icon,
  urgent,
  ...texts[locale],
});

export const editable = (row: TopicRow): EditableTopic => ({
  ...row,
  archivedAt: row.archivedAt?.toISOString() ?? null,
});

/** The topics a customer can choose from, in their order and language. */
export async function listTopics(sql: ISql, locale: Locale): Promise<Topic[]> {
  return (await topicRows(sql, false)).map((row) => inLocale(row, locale));
}

/** Every topic with its texts in all languages, those that are archived too. */
export async function listEditableTopics(sql: ISql): Promise<EditableTopic[]> {
  return (await topicRows(sql, true)).map(editable);
}
