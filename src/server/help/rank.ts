import { type Term, termsOf } from './words.ts';

/** What the ranking reads of an article, in one language. */
export interface Rankable {
  readonly id: string;
  readonly title: string;
  readonly similar: readonly string[];
  readonly keywords: readonly string[];
  readonly answer: string;
  readonly body: string;
}

export interface Hit {
  readonly id: string;
  /** Only comparable within one search. */
  readonly score: number;
}

/** Finds articles for a question, best first. */
export type Ranker = (question: string, limit: number) => Hit[];

/** How much a term weighs by where it stands. */
const fieldWeights = { title: 5, similar: 3.5, keywords: 3, answer: 2, body: 1 } as const;
/** Saturation of repeated terms (BM25's k1) and damping of long fields (its b). */
const K1 = 1.2;
const B = 0.5;
const WEAK = 0.25;
/** Hits below this share of the best are noise. */
const TAIL = 0.25;
/** A question whose words are mostly unknown to an article is not answered by it. */
const COVERAGE_MIN = 0.2;

type Postings = Map<string, Map<number, number>>;

function fieldsOf(article: Rankable): [number, string][] {
  return [
    [fieldWeights.title, article.title],
    [fieldWeights.similar, article.similar.join('\n')],
    [fieldWeights.keywords, article.keywords.join('\n')],
    [fieldWeights.answer, article.answer],
    [fieldWeights.body, article.body],
  ];
}

/** Weighted term frequencies of one article: BM25F with a mild length norm per field. */
function frequencies(article: Rankable): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [weight, text] of fieldsOf(article)) {
    const terms = termsOf(text);
    const norm = 1 - B + B * Math.max(1, Math.log2(terms.length + 1) / 4);
    for (const { text: term } of terms) sums.set(term, (sums.get(term) ?? 0) + weight / norm);
  }
  return sums;
}

function index(articles: readonly Rankable[]): Postings {
  const postings: Postings = new Map();
  articles.forEach((article, at) => {
    for (const [term, frequency] of frequencies(article)) {
      const list = postings.get(term) ?? new Map<number, number>();
      postings.set(term, list.set(at, frequency));
    }
  });
  return postings;
}

const uniqueTerms = (question: string): Term[] => [
  ...new Map(termsOf(question).map((term) => [term.text, term])).values(),
];

/** Builds the ranking over a set of articles. Pure: a change means building again. */
export function buildRanker(articles: readonly Rankable[]): Ranker {
  const postings = index(articles);
  const idf = (term: string): number => {
    const found = postings.get(term)?.size ?? 0;
    return Math.log(1 + (articles.length - found + 0.5) / (found + 0.5));
  };
  return (question, limit) => {
    const scores = new Map<number, number>();
    const covered = new Map<number, number>();
    let asked = 0;
    for (const { text, weak } of uniqueTerms(question)) {
      const weight = idf(text) * (weak ? WEAK : 1);
      asked += weight;
      for (const [at, frequency] of postings.get(text) ?? []) {
        scores.set(at, (scores.get(at) ?? 0) + (weight * frequency * (K1 + 1)) / (frequency + K1));
        covered.set(at, (covered.get(at) ?? 0) + weight);
      }
    }
    return best(articles, scores, (at) => (covered.get(at) ?? 0) / asked, limit);
  };
}

function best(
  articles: readonly Rankable[],
  scores: Map<number, number>,
  coverage: (at: number) => number,
  limit: number,
): Hit[] {
  const hits = [...scores]
    .filter(([at]) => coverage(at) >= COVERAGE_MIN)
    .map(([at, score]) => ({ id: articles[at]?.id ?? '', score: score * (0.5 + coverage(at)) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const least = (hits[0]?.score ?? 0) * TAIL;
  return hits.filter((hit) => hit.score >= least).slice(0, limit);
}
