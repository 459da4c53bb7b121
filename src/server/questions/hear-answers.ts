import type { ISql } from 'postgres';
import type { EventBody } from '../../contract/events.ts';
import type { Locale } from '../../contract/locale.ts';
import { answerOf, askedBefore } from '../conversations/asked.ts';
import type { Deps } from '../deps.ts';
import { noteUnhelped } from '../help/note-unhelped.ts';
import { readOn } from '../log/reader.ts';
import type { ReadRow } from '../log/store.ts';
import { coalesce } from '../realtime/coalesce.ts';
import { keepable } from './keepable.ts';
import { type Answered, proposeQuestion } from './propose-question.ts';

const AFTER_MS = 250;
const EVERY_MS = 2_000;
const PAGE = 500;

/** Where the page of an article is, in a text of staff. */
const articleLink = /\/help\/[a-z0-9-]+\/([a-z0-9-]+)(?:\?lang=(zh-CN|en))?/g;

type Heard = Omit<Answered, 'at'>;

/** Articles that staff answered with, each with what the customer had asked. */
async function answeredBy(sql: ISql, row: ReadRow, body: string): Promise<Heard[]> {
  const { text } = JSON.parse(body) as EventBody<'message.posted'>;
  const links = [...text.matchAll(articleLink)];
  if (links.length !== 1) return [];
  const [, articleId = '', locale = 'zh-CN'] = links[0] ?? [];
  const question = await askedBefore(sql, row.conversationId, row.seq);
  return question === null ? [] : [{ articleId, locale: locale as Locale, question, how: 'answered' }];
}

/** What a customer said of the automatic answer: it solved their question, or why not, which editors learn of. */
async function judgedBy(sql: ISql, row: ReadRow, body: string, at: Date): Promise<Heard[]> {
  const { verdict } = JSON.parse(body) as EventBody<'answer.judged'>;
  const answer = await answerOf(sql, row.conversationId, row.seq);
  if (answer === null || answer.question === null) return [];
  const { article, question } = answer;
  const { id: articleId, locale } = article;
  if (verdict === 'solved') return [{ articleId, locale, question, how: 'solved' }];
  const why = verdict === 'person' ? 'person' : 'case';
  await noteUnhelped(sql, { articleId, locale, why, at, question: keepable(question, locale)?.text ?? null });
  return [];
}

async function hear(sql: ISql, row: ReadRow, at: Date): Promise<Heard[]> {
  if (row.body === null) return [];
  if (row.type === 'message.posted' && row.actorKind === 'agent') return answeredBy(sql, row, row.body);
  return row.type === 'answer.judged' ? judgedBy(sql, row, row.body, at) : [];
}

/** Reads from the log what an article answered, which is proposed as a similar question, and what it did not; a moment after. */
export function startHearing(deps: Deps, onError: (error: unknown) => void): { stop(): Promise<void> } {
  let turn: Promise<void> = Promise.resolve();
  let stopped = false;
  const readPage = () =>
    readOn(deps.sql, {
      name: 'questions',
      pageSize: PAGE,
      handle: async (tx, rows) => {
        const at = deps.clock.now();
        for (const row of rows)
          for (const answered of await hear(tx, row, at))
            await proposeQuestion(deps, { ...answered, at }, tx);
      },
    });
  const begin = (): Promise<void> => {
    turn = (async () => {
      while (!stopped && (await readPage()));
    })();
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
