import type { Answers, FoundArticle } from '../../contract/help.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import { answeringSentence } from './answering-sentence.ts';
import { type StoredArticle, versionFor } from './article.ts';
import { findAnswers } from './find-answers.ts';
import { summaryOf } from './find-articles.ts';

interface Asked {
  readonly question: string;
  readonly locale: Locale;
  readonly topic?: string | undefined;
  readonly limit: number;
  readonly thorough?: boolean;
}

function foundArticle(article: StoredArticle, { question, locale }: Asked): FoundArticle[] {
  const version = versionFor(article, locale);
  const summary = summaryOf(article, locale);
  if (version === undefined || summary === null) return [];
  return [{ ...summary, sentence: answeringSentence(question, version) }];
}

/** What the help centre says to a question, as people and programs read it. */
export async function answerQuestion(
  deps: Pick<Deps, 'sql' | 'clock' | 'config' | 'logger'>,
  asked: Asked,
): Promise<Answers> {
  const { hits, fits, confidence, urgency } = await findAnswers(deps, asked);
  return { rows: hits.flatMap(({ article }) => foundArticle(article, asked)), fits, confidence, urgency };
}
