import { exactHash } from './exact.ts';
import { type Features, featuresOf } from './features.ts';
import { learnSense, type Pair } from './learn-sense.ts';
import { type Column, packColumns, packRows } from './matrix.ts';
import type { Model, Rankable } from './model.ts';
import { learnPlanes, type Planes } from './planes.ts';
import { middlesOf, type Sense } from './sense.ts';
import { urgencyOf } from './urgency.ts';
import { learnVocabulary, type Vector, type Vocabulary, vectorOf } from './vectors.ts';

/** How much what is written around the questions adds to what an article is like. */
const aside = { keywords: 0.5, answer: 0.4, body: 0.3 } as const;
/** Above so many pairs of article and question no planes are learned: likeness carries large collections. */
const PLANES_MAX = 1_500_000;
const QUESTIONS_KEPT = 40;

/** An article with its texts as features. */
export interface Reading {
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

/** The texts of articles as features, in the order of their ids. */
export const readAll = (articles: readonly Rankable[]): Reading[] =>
  [...articles].sort((a, b) => (a.id < b.id ? -1 : 1)).map(read);

/** Every text of some readings. */
export const textsOf = (readings: readonly Reading[]): Features[] =>
  readings.flatMap(({ questions, asides }) => [...questions, ...asides.map(([, text]) => text)]);

/** A collection as it is learned from: its texts read, its words counted. */
export interface Prepared {
  readonly readings: readonly Reading[];
  readonly vocabulary: Vocabulary;
  readonly vectors: readonly (readonly Vector[])[];
}

interface Learned extends Prepared {
  readonly planes: Planes | null;
  readonly trust: number;
  readonly sense: Sense | null;
}

/** Packs what was learned into a model. */
export function assemble({ readings, vocabulary, vectors, planes, trust, sense }: Learned): Model {
  const kept = vectors.map((list) => spread(list, QUESTIONS_KEPT));
  const questionStarts = new Uint32Array(kept.length + 1);
  kept.forEach((list, i) => {
    questionStarts[i + 1] = (questionStarts[i] as number) + list.length;
  });
  const articles = readings.map(({ article }) => article);
  return {
    ids: articles.map(({ id }) => id),
    urgencies: articles.map(({ title, urgency }) => urgency ?? urgencyOf(title)),
    vocabulary,
    likeness: packColumns(
      vocabulary.hashes.length,
      readings.map((reading, i) => likenessOf(vocabulary, reading, vectors[i] ?? [])),
    ),
    planes: planes?.matrix ?? null,
    biases: planes?.biases ?? new Float32Array(readings.length),
    trust,
    sense:
      sense === null
        ? null
        : {
            words: sense,
            middles: middlesOf(
              sense,
              readings.map(({ questions }) => questions),
            ),
          },
    questions: packRows(kept.flat()),
    questionStarts,
    exact: exactOf(articles),
    calibration: { slope: 2, offset: -4 },
  };
}

/** Reads a collection. The same articles in any order are the same. */
export function prepare(articles: readonly Rankable[]): Prepared {
  const readings = readAll(articles);
  const vocabulary = learnVocabulary({
    questions: readings.flatMap(({ questions }) => questions),
    asides: readings.flatMap(({ asides }) => asides.map(([, text]) => text)),
    titles: readings.map(({ questions }) => questions[0] as Features),
  });
  const vectors = readings.map(({ questions }) => questions.map((text) => vectorOf(vocabulary, text)));
  return { readings, vocabulary, vectors };
}

/** What articles are like, and nothing that takes long to learn. */
export const trainQuickly = (prepared: Prepared, sense: Sense | null = null): Model =>
  assemble({ ...prepared, planes: null, trust: 0, sense });

/** Learns also what tells the articles apart, where there are questions to learn it from. */
export function trainWholly(prepared: Prepared, sense: Sense | null = null): Model {
  const { vectors, vocabulary } = prepared;
  const all = vectors.flat();
  const perArticle = all.length / Math.max(1, vectors.length);
  const worth = perArticle > 1 && all.length * vectors.length <= PLANES_MAX && vectors.length > 1;
  if (!worth) return trainQuickly(prepared, sense);
  const owners = Int32Array.from(vectors.flatMap((list, article) => list.map(() => article)));
  const planes = learnPlanes(all, owners, vectors.length, vocabulary.hashes.length);
  return assemble({ ...prepared, planes, trust: (perArticle - 1) / (perArticle + 4), sense });
}

/**
 * Learns all that the ranking knows of a collection.
 * @param pairs questions of which it is known whether they ask the same, of any collection of the same kind
 */
export const train = (articles: readonly Rankable[], pairs: readonly Pair[] = []): Model =>
  trainWholly(prepare(articles), pairs.length === 0 ? null : learnSense(pairs));

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
