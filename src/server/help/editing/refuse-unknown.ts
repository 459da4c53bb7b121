import type { ISql } from 'postgres';
import type { ArticleContent } from '../../../contract/editing.ts';
import { invalidField } from '../../platform/app-error.ts';
import { listEditableTopics } from '../../topics/list-topics.ts';
import { staffExists } from './store.ts';

/** @throws AppError `invalid-input` for a topic or an owner that does not exist */
export async function refuseUnknown(sql: ISql, { topic, ownerId }: ArticleContent): Promise<void> {
  const topics = await listEditableTopics(sql);
  if (!topics.some(({ id }) => id === topic))
    throw invalidField('content.topic', 'names a topic that does not exist');
  if (ownerId !== null && !(await staffExists(sql, ownerId)))
    throw invalidField('content.ownerId', 'names somebody who does not exist');
}
