import { QUESTION_MAX, type Urgency } from '../../contract/help.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import { inspect } from '../guard/inspect.ts';
import { answeringSentence } from './answering-sentence.ts';
import { type StoredArticle, versionFor } from './article.ts';
import { inTopic, type Library, openLibrary } from './library.ts';
import { openRanking } from './open-ranking.ts';
import { secondOpinion } from './opinion/second-opinion.ts';
import { rankable } from './rankable.ts';
import { foundByInitials } from './ranking/initials.ts';

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
  /** Whether a second opinion may be asked, which takes longer: not while somebody types. */
  readonly thorough?: boolean;
}

/** So many of the best a second opinion is asked about. */
const OPINION = 8;

/** Below this confidence a person is the better answer. */
const FITS = 0.5;

/** What was typed as pinyin initials is found by letters alone: likely meant, and never sure. */
const TYPED = 0.6;

function byInitials(library: Library, question: string, topic: string | undefined) {
  const inThis = inTopic(library, topic);
  return foundByInitials(library.articles.map(rankable), question).filter(({ id }) => inThis(id));
}

/** Ranks the articles for a question in the customer's own words, and says whether the best of them fits. */
export async function findAnswers(
  deps: Pick<Deps, 'sql' | 'clock' | 'config' | 'logger'>,
  { question, locale, topic, limit, thorough = false }: Asked,
): Promise<Answer> {
  const library = await openLibrary(deps);
  const asked = question.slice(0, QUESTION_MAX).trim();
  const rank = await openRanking(deps, library);
  const ranking = rank(asked, thorough ? Math.max(limit, OPINION) : limit, inTopic(library, topic));
  const { urgency } = ranking;
  const typed = ranking.confidence >= FITS ? [] : byInitials(library, asked, topic).slice(0, limit);
  const [ranked, confidence] = typed.length > 0 ? [typed, TYPED] : [ranking.hits, ranking.confidence];
  const own = ranked.flatMap(({ id, score }) => {
    const article = library.byId.get(id);
    return article === undefined ? [] : { article, score };
  });
  const hits = thorough
    ? [
        ...(await secondOpinion(deps, {
          question: inspect(asked, locale).text,
          hits: own.slice(0, OPINION),
          articles: library.articles,
        })),
        ...own.slice(OPINION),
      ].slice(0, limit)
    : own;
  const best = hits[0] && versionFor(hits[0].article, locale);
  const fits = best !== undefined && confidence >= FITS;
  const sentence = fits && best !== undefined ? answeringSentence(asked, best) : null;
  return { hits, confidence, fits, urgency, sentence };
}
