import type { ISql } from 'postgres';
import type { NewTopic } from '../../contract/topics.ts';
import { refuseSecrets } from '../guard/refuse-secrets.ts';
import { insertIfMissing } from './store.ts';

/** Installs starter topics; those that exist, however they were edited since, stay as they are. Answers how many are new. */
export async function installTopics(sql: ISql, topics: readonly NewTopic[]): Promise<number> {
  let added = 0;
  for (const topic of topics)
    if (await insertIfMissing(sql, { ...topic, texts: refuseSecrets(topic.texts) })) added += 1;
  return added;
}
