import type { Deps } from '../deps.ts';
import { contentKey, thumbnailKey } from './keys.ts';
import { deleteUnattached, serveAgain, unsettled } from './store.ts';
import { destroyFile } from './withdraw-file.ts';

const KEPT_MS = 24 * 60 * 60 * 1000;
const EVERY_MS = 15 * 60 * 1000;
const BATCH = 100;

const UNSETTLED_MS = 10 * 60 * 1000;

/** Ends what a process that died had begun: a withdrawn file is destroyed when the log says so, and else served again. */
export async function settleWithdrawn({
  sql,
  files,
  clock,
}: Pick<Deps, 'sql' | 'files' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - UNSETTLED_MS);
  for (const { id, gone } of await unsettled(sql, before)) {
    if (gone) await destroyFile({ sql, files }, id);
    else await serveAgain(sql, id);
  }
}

/** Deletes uploads that no message carried within a day. Returns how many; safe to run on several nodes at once. */
export async function sweepUploads({
  sql,
  files,
  clock,
}: Pick<Deps, 'sql' | 'files' | 'clock'>): Promise<number> {
  const before = new Date(clock.now().getTime() - KEPT_MS);
  let swept = 0;
  for (;;) {
    const count = await deleteUnattached(sql, { before, limit: BATCH }, async ({ id }) => {
      await files.delete(contentKey(id));
      await files.delete(thumbnailKey(id));
    });
    swept += count;
    if (count < BATCH) return swept;
  }
}

/** Sweeps now and then, until the returned function is called. */
export function keepSweepingUploads(deps: Pick<Deps, 'sql' | 'files' | 'clock' | 'logger'>): () => void {
  const timer = setInterval(() => {
    Promise.all([sweepUploads(deps), settleWithdrawn(deps)]).catch((error: unknown) =>
      deps.logger.warn({ err: error }, 'unsent uploads could not be swept'),
    );
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
