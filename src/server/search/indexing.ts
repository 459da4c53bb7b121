import { setTimeout as wait } from 'node:timers/promises';
import type { ISql } from 'postgres';
import type { Deps } from '../deps.ts';
import { readOn } from '../log/reader.ts';
import type { ReadRow } from '../log/store.ts';
import { coalesce } from '../realtime/coalesce.ts';
import { insertWords, lineNow, replaceWords } from './store.ts';
import { wordsOf } from './words.ts';

const AFTER_MS = 250;
const EVERY_MS = 2_000;
/** Few enough that finding their words holds up nobody's message. */
const PAGE = 250;
/** While messages are being committed the index works a tenth of the time: it may lag, they may not. */
const REST_FACTOR = 9;
const REST_MAX_MS = 1_000;

const textOf = ({ body }: Pick<ReadRow, 'body'>): string =>
  body === null ? '' : ((JSON.parse(body) as { text?: string }).text ?? '');

const isRedaction = ({ type }: ReadRow): boolean => type === 'message.redacted' || type === 'note.redacted';

/** What was taken out of a message is not found any more; what is left is. */
async function forgetWords(tx: ISql, { conversationId, body }: ReadRow): Promise<void> {
  const { seq } = JSON.parse(body ?? '{}') as { seq: number };
  const left = await lineNow(tx, conversationId, seq);
  if (left !== null) await replaceWords(tx, left.pos, wordsOf(textOf(left)));
}

/** Puts what was written into the search index, a moment after it was committed. */
export function startIndexing(deps: Deps, onError: (error: unknown) => void): { stop(): Promise<void> } {
  let turn: Promise<void> = Promise.resolve();
  let stopped = false;
  const readPage = () =>
    readOn(deps.sql, {
      name: 'search',
      pageSize: PAGE,
      handle: async (tx, rows) => {
        const written = rows.filter(({ type }) => type === 'message.posted' || type === 'note.added');
        if (written.length > 0)
          await insertWords(
            tx,
            written.map((row) => ({ ...row, words: wordsOf(textOf(row)) })),
          );
        for (const row of rows.filter(isRedaction)) await forgetWords(tx, row);
      },
    });
  const read = async () => {
    for (let more = true; more && !stopped; ) {
      const from = performance.now();
      more = await readPage();
      const took = performance.now() - from;
      if (more && deps.log.busy) await wait(Math.min(took * REST_FACTOR, REST_MAX_MS));
    }
  };
  const begin = (): Promise<void> => {
    turn = read();
    return turn;
  };
  const soon = coalesce(AFTER_MS, begin, onError);
  const timer = setInterval(() => soon.poke(), EVERY_MS);
  soon.poke();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      soon.stop();
      await turn.catch(() => undefined);
    },
  };
}
