import { randomUUID } from 'node:crypto';
import type { ISql } from 'postgres';
import { refuseSecrets } from '../guard/refuse-secrets.ts';
import { insertIfMissing } from './store.ts';
import type { ReplyInput } from './write-reply.ts';

/** Installs starter replies for everybody; shortcuts that are taken stay as they are. Answers how many are new. */
export async function installReplies(
  sql: ISql,
  replies: readonly Omit<ReplyInput, 'teamId'>[],
): Promise<number> {
  let added = 0;
  for (const reply of replies) {
    const { shortcut, titles, texts } = reply;
    const words = refuseSecrets({ shortcut, titles, texts });
    const row = { ...words, id: randomUUID(), scope: 'everyone' as const, teamId: null, ownerId: null };
    if (await insertIfMissing(sql, row)) added += 1;
  }
  return added;
}
