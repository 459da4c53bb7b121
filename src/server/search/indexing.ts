import type { Deps } from '../deps.ts';
import { type ReadRow, readOn } from '../log/reader.ts';
import { coalesce } from '../realtime/coalesce.ts';
import { insertWords } from './store.ts';
import { wordsOf } from './words.ts';

const AFTER_MS = 250;
const EVERY_MS = 2_000;

const textOf = ({ body }: ReadRow): string => (body === null ? '' : ((JSON.parse(body) as { text?: string }).text ?? ''));

/** Puts what was written into the search index, a moment after it was committed. */
export function startIndexing(deps: Deps, onError: (error: unknown) => void): { stop(): Promise<void> } {
  let turn: Promise<unknown> = Promise.resolve();
  const read = async () => {
    while (
      await readOn(deps.sql, {
        name: 'search',
        handle: async (tx, rows) => {
          const written = rows.filter(({ type }) => type === 'message.posted' || type === 'note.added');
          if (written.length > 0) await insertWords(tx, written.map((row) => ({ ...row, words: wordsOf(textOf(row)) })));
        },
      })
    );
  };
  const soon = coalesce(AFTER_MS, () => (turn = read()) as Promise<void>, onError);
  const timer = setInterval(() => soon.poke(), EVERY_MS);
  soon.poke();
  return {
    stop: async () => {
      clearInterval(timer);
      soon.stop();
      await turn.catch(() => undefined);
    },
  };
}
