import type { Sql } from 'postgres';
import { audit } from '../../audit/audit.ts';
import type { Deps } from '../../deps.ts';
import { closeLibrary } from '../library.ts';
import { nothingDue } from './publish-article.ts';
import { putPublished } from './published-store.ts';
import { findRevision } from './revision-store.ts';
import { lockDue, updateDraft } from './store.ts';

const EVERY_MS = 5_000;

/**
 * Publishes one article that is due, in the name of whoever scheduled it. The version stays: nobody's words change, and
 * somebody who is writing goes on. False when none is due, or other nodes hold those that are.
 */
async function publishNext(sql: Sql, now: Date): Promise<boolean> {
  return sql.begin(async (tx) => {
    const draft = await lockDue(tx, now);
    if (draft === null || draft.dueRevision === null) return false;
    const { id, dueRevision: revision, scheduledBy: publishedBy } = draft;
    const text = await findRevision(tx, id, revision);
    if (text !== null) await putPublished(tx, id, text.content);
    await updateDraft(tx, {
      ...draft,
      ...nothingDue,
      liveRevision: text === null ? draft.liveRevision : revision,
      publishedAt: now,
      publishedBy,
    });
    const staff = publishedBy === null ? undefined : { id: publishedBy.id, fullName: publishedBy.name };
    await audit(tx, { ip: '', staff }, 'article.published', { kind: 'article', id }, { revision, due: true });
    return true;
  }) as Promise<boolean>;
}

/**
 * Publishes everything whose time has come; answers how many. What is due is a row that is taken and changed in one
 * transaction, so that several nodes may try at once, and one that dies in the middle has done nothing.
 */
export async function publishDue({ sql, clock }: Pick<Deps, 'sql' | 'clock'>): Promise<number> {
  let published = 0;
  while (await publishNext(sql, clock.now())) published += 1;
  if (published > 0) closeLibrary(sql);
  return published;
}

/** Looks for what is due, now and every few seconds, until the returned function is called. */
export function keepPublishing(
  deps: Pick<Deps, 'sql' | 'clock'>,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let turn: Promise<unknown> = Promise.resolve();
  let busy = false;
  const look = () => {
    if (busy) return;
    busy = true;
    turn = publishDue(deps)
      .catch(onError)
      .finally(() => {
        busy = false;
      });
  };
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  look();
  return {
    stop: async () => {
      clearInterval(timer);
      await turn;
    },
  };
}
