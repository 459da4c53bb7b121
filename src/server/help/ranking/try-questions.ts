import type { Rankable } from './model.ts';
import { rankerOf } from './rank.ts';
import { train } from './train.ts';

/** A question of which it is known which article answers it. */
export interface Known {
  readonly articleId: string;
  readonly text: string;
}

/** How many of some questions find their article first. */
function hits(articles: readonly Rankable[], questions: readonly Known[]): number {
  const rank = rankerOf(train(articles));
  return questions.filter(({ articleId, text }) => rank(text, 1).hits[0]?.id === articleId).length;
}

function withQuestions(articles: readonly Rankable[], questions: readonly Known[]): Rankable[] {
  const byArticle = Map.groupBy(questions, ({ articleId }) => articleId);
  return articles.map((article) => {
    const added = byArticle.get(article.id) ?? [];
    return { ...article, similar: [...article.similar, ...added.map(({ text }) => text)] };
  });
}

/**
 * What learning from some questions would do for questions that were not learned from: each half of them is asked of articles that
 * learned from the other half.
 */
export function tryQuestions(
  articles: readonly Rankable[],
  questions: readonly Known[],
): { before: number; after: number } {
  const halves = [0, 1].map((half) => questions.filter((_, i) => i % 2 === half)) as [Known[], Known[]];
  const [one, other] = halves;
  const after = hits(withQuestions(articles, one), other) + hits(withQuestions(articles, other), one);
  return { before: hits(articles, questions) / questions.length, after: after / questions.length };
}
