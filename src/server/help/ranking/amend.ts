import { packColumns, vectorOfRow } from './matrix.ts';
import type { Model, Rankable } from './model.ts';
import { type Planes, sparse, squaresOf } from './planes.ts';
import type { Amendment } from './rank.ts';
import { separate } from './separate.ts';
import { assemble, readAll, textsOf } from './train.ts';
import { borrowVocabulary, numberOf, type Vector, type Vocabulary, vectorOf } from './vectors.ts';

/** What is different between two states of a collection. */
export interface Changes {
  /** Articles that are not there any more as they were. */
  readonly gone: ReadonlySet<string>;
  /** Articles that are there now and were not, or were otherwise. */
  readonly fresh: readonly Rankable[];
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((text, i) => text === b[i]));

const same = (a: Rankable, b: Rankable): boolean =>
  a === b ||
  (a.title === b.title &&
    a.answer === b.answer &&
    a.body === b.body &&
    a.urgency === b.urgency &&
    sameList(a.similar, b.similar) &&
    sameList(a.keywords, b.keywords));

export function changesBetween(before: readonly Rankable[], after: readonly Rankable[]): Changes {
  const old = new Map(before.map((article) => [article.id, article]));
  const fresh = after.filter((article) => {
    const known = old.get(article.id);
    return known === undefined || !same(known, article);
  });
  const stay = new Set(after.map(({ id }) => id));
  const gone = [...old.keys()].filter((id) => !stay.has(id));
  return { gone: new Set([...gone, ...fresh.map(({ id }) => id)]), fresh };
}

/** The questions that a model keeps of articles that stay, by the features of another vocabulary. */
function questionsKept(base: Model, gone: ReadonlySet<string>, vocabulary: Vocabulary): Vector[] {
  const numbers = Int32Array.from(base.vocabulary.hashes, (feature) => numberOf(vocabulary, feature));
  return base.ids.flatMap((id, article) => {
    if (gone.has(id)) return [];
    const [from, to] = [base.questionStarts[article] as number, base.questionStarts[article + 1] as number];
    return Array.from({ length: to - from }, (_, i) => vectorOfRow(base.questions, from + i, numbers));
  });
}

/** What tells each of a few articles from one another and from the questions of all others. */
function planesAmong(
  own: readonly (readonly Vector[])[],
  others: readonly Vector[],
  dimensions: number,
): Planes {
  const all = [...own.flat(), ...others];
  const owners = own.flatMap((list, article) => list.map(() => article));
  const squares = squaresOf(all);
  const planes = own.map((_, article) => separate(all, squares, dimensions, (i) => owners[i] === article));
  return {
    matrix: packColumns(
      dimensions,
      planes.map(({ weights }) => sparse(weights)),
    ),
    biases: Float32Array.from(planes, ({ bias }) => bias),
  };
}

/**
 * Learns a few changed articles beside a model that was learned before the change, in milliseconds: they are found at once, by
 * what they are like and by a plane of their own, while everything else stands as it was.
 */
export function amend(base: Model, { gone, fresh }: Changes): Amendment {
  const readings = readAll(fresh);
  const vocabulary = borrowVocabulary(base.vocabulary, textsOf(readings));
  const vectors = readings.map(({ questions }) => questions.map((text) => vectorOf(vocabulary, text)));
  const planes =
    base.planes === null
      ? null
      : planesAmong(vectors, questionsKept(base, gone, vocabulary), vocabulary.hashes.length);
  return {
    gone,
    model: assemble({
      readings,
      vocabulary,
      vectors,
      planes,
      trust: base.trust,
      sense: base.sense?.words ?? null,
    }),
  };
}
