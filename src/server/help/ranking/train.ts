import { exactHash } from './exact.ts';
import { type Features, featuresOf } from './features.ts';
import { type Column, packColumns, packRows } from './matrix.ts';
import type { Model, Rankable } from './model.ts';
import { learnPlanes } from './planes.ts';
import { urgencyOf } from './urgency.ts';
import { learnVocabulary, type Vector, type Vocabulary, vectorOf } from './vectors.ts';

/** How much what is written around the questions adds to what an article is like. */
const aside = { keywords: 0.5, answer: 0.4, body: 0.3 } as const;
/** Above so many pairs of article and question no planes are learned: likeness carries large collections. */
const PLANES_MAX = 1_500_000;
const QUESTIONS_KEPT = 40;

interface Reading {
  readonly article: Rankable;
  readonly questions: readonly Features[];
  readonly asides: readonly (readonly [weight: number, features: Features])[];
}

function read(article: Rankable): Reading {
  const { title, similar, keywords, answer, body } = article;
  const prose = ([weight, text]: readonly [number, string]) => [weight, featuresOf(text, 'prose')] as const;
  return {
    article,
    questions: [title, ...similar].map((text) => featuresOf(text)),
    asides: [
      [aside.keywords, keywords.join('\n')] as const,
      [aside.answer, answer] as const,
      [aside.body, body] as const,
    ]
      .filter(([, text]) => text !== '')
      .map(prose),
  };
}

type Sums = Map<number, number>;

function add(sums: Sums, { at, value }: Vector, scale: number): void {
  at.forEach((row, i) => {
    sums.set(row, (sums.get(row) ?? 0) + scale * (value[i] as number));
  });
}

const lengthOf = (values: Iterable<number>): number => {
  let square = 0;
  for (const value of values) square += value * value;
  return Math.sqrt(square) || 1;
};

/** What an article is like: the mean of its questions, with what is written around them. */
function likenessOf(vocabulary: Vocabulary, { asides }: Reading, questions: readonly Vector[]): Column {
  const sums: Sums = new Map();
  for (const question of questions) add(sums, question, 1);
  const length = lengthOf(sums.values());
  for (const [row, value] of sums) sums.set(row, value / length);
  for (const [weight, features] of asides) {
    const vector = vectorOf(vocabulary, features);
    add(sums, vector, weight / lengthOf(vector.value));
  }
  const sorted = [...sums].sort(([a], [b]) => a - b);
  return {
    rows: Int32Array.from(sorted, ([row]) => row),
    values: Float32Array.from(sorted, ([, value]) => value),
  };
}

/**
 * Learns what the ranking knows of a collection. The same articles in any order give the same model.
 * @param care 'quick' leaves out what takes long: what tells the articles apart
 */
export function train(articles: readonly Rankable[], care: 'quick' | 'whole' = 'whole'): Model {
  const sorted = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1));
  const readings = sorted.map(read);
  const vocabulary = learnVocabulary({
    questions: readings.flatMap(({ questions }) => questions),
    asides: readings.flatMap(({ asides }) => asides.map(([, text]) => text)),
    titles: readings.map(({ questions }) => questions[0] as Features),
  });
  const dimensions = vocabulary.hashes.length;
  const vectors = readings.map(({ questions }) => questions.map((text) => vectorOf(vocabulary, text)));
  const all = vectors.flat();
  const owners = Int32Array.from(vectors.flatMap((list, article) => list.map(() => article)));
  const perArticle = all.length / Math.max(1, sorted.length);
  const worth =
    care === 'whole' && perArticle > 1 && all.length * sorted.length <= PLANES_MAX && sorted.length > 1;
  const learned = worth ? learnPlanes(all, owners, sorted.length, dimensions) : null;
  const kept = vectors.map((list) => spread(list, QUESTIONS_KEPT));
  const questionStarts = new Uint32Array(kept.length + 1);
  kept.forEach((list, i) => {
    questionStarts[i + 1] = (questionStarts[i] as number) + list.length;
  });
  return {
    ids: sorted.map(({ id }) => id),
    urgencies: sorted.map(({ title, urgency }) => urgency ?? urgencyOf(title)),
    vocabulary,
    likeness: packColumns(
      dimensions,
      readings.map((reading, i) => likenessOf(vocabulary, reading, vectors[i] ?? [])),
    ),
    planes: learned?.matrix ?? null,
    biases: learned?.biases ?? new Float32Array(sorted.length),
    trust: learned === null ? 0 : (perArticle - 1) / (perArticle + 4),
    questions: packRows(kept.flat()),
    questionStarts,
    exact: exactOf(sorted),
    calibration: { slope: 2, offset: -4 },
  };
}

/** At most `limit` items, evenly chosen. */
function spread<T>(items: readonly T[], limit: number): T[] {
  if (items.length <= limit) return [...items];
  return Array.from({ length: limit }, (_, i) => items[Math.floor((i * items.length) / limit)] as T);
}

function exactOf(articles: readonly Rankable[]): Model['exact'] {
  const rows = articles.flatMap(({ title, similar }, article) => [
    { hash: exactHash(title), article, title: 1 },
    ...similar.map((text) => ({ hash: exactHash(text), article, title: 0 })),
  ]);
  rows.sort((a, b) => a.hash - b.hash || b.title - a.title || a.article - b.article);
  return {
    hashes: Float64Array.from(rows, ({ hash }) => hash),
    articles: Uint32Array.from(rows, ({ article }) => article),
    titles: Uint8Array.from(rows, ({ title }) => title),
  };
}
