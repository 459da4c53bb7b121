import { QUESTION_MAX, type Urgency } from '../../contract/help.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import { answeringSentence } from './answering-sentence.ts';
import { type StoredArticle, versionFor } from './article.ts';
import { inTopic, openLibrary } from './library.ts';
import { openRanking } from './open-ranking.ts';

/** An article that may answer; scores are comparable within one question only. */
export interface FoundAnswer {
  readonly article: StoredArticle;
  readonly score: number;
}

/** What the help centre can say to a question. */
export interface Answer {
  /** Best first. Kept also when nothing fits, for whoever wants to look anyway. */
  readonly hits: readonly FoundAnswer[];
  /** Probability, 0 to 1, that the first hit is what was asked for. */
  readonly confidence: number;
  /** Whether the first hit may be shown as the answer. */
  readonly fits: boolean;
  readonly urgency: Urgency;
  /** The sentence of the first hit that answers, plain text; null when nothing fits. */
  readonly sentence: string | null;
}

interface Asked {
  readonly question: string;
  readonly locale: Locale;
  readonly topic?: string | undefined;
  readonly limit: number;
}

/** Below this confidence a person is the better answer. */
const FITS = 0.5;

/** Ranks the articles for a question in the customer's own words, and says whether the best of them fits. */
export async function findAnswers(
  deps: Pick<Deps, 'sql' | 'clock' | 'config' | 'logger'>,
  { question, locale, topic, limit }: Asked,
): Promise<Answer> {
  const library = await openLibrary(deps);
  const asked = question.slice(0, QUESTION_MAX).trim();
  const rank = await openRanking(deps, library);
  const { hits: ranked, confidence, urgency } = rank(asked, limit, inTopic(library, topic));
  const hits = ranked.flatMap(({ id, score }) => {
    const article = library.byId.get(id);
    return article === undefined ? [] : { article, score };
  });
  const best = hits[0] && versionFor(hits[0].article, locale);
  const fits = best !== undefined && confidence >= FITS;
  const sentence = fits && best !== undefined ? answeringSentence(asked, best) : null;
  return { hits, confidence, fits, urgency, sentence };
}
