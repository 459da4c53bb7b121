import { type Chance, chanceFrom } from './chance.ts';
import { featuresOf } from './features.ts';
import { locate, type Sense } from './sense.ts';
import { learnVocabulary, type Vector, vectorOf } from './vectors.ts';

/** Two questions of which somebody said whether they ask the same. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

const DIMENSIONS = 128;
/** Features of fewer texts say nothing about others. */
const LEAST = 3;
/** How telling a feature is that the pairs do not have: little, for what it means here is not known. */
const UNKNOWN_IDF = 6;
const ROUNDS = 8;
const STEP = 0.1;
/** So many pairs are told apart at once. */
const BATCH = 128;
const TEMPERATURE = 0.07;
/** Share of a text's features that is ignored each time, so that no single one decides. */
const DROPPED = 0.4;
/** How much a single judged pair moves; from which likeness on two questions are taken for the same, and how sharply. */
const JUDGED = { worth: 0.35, same: 0.6, sharpness: 0.1 } as const;
/** More pairs would take minutes. */
const PAIRS_MAX = 60_000;

interface Numbered {
  readonly a: number;
  readonly b: number;
  readonly same: boolean;
}

/** Texts by number, each once. */
function numberTexts(pairs: readonly Pair[]): { texts: string[]; numbered: Numbered[] } {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
  const numbered = pairs.map(({ a, b, same }) => ({ a: numberOf(a), b: numberOf(b), same }));
  return { texts: [...numbers.keys()], numbered };
}

/** For each text a number that all texts share which are the same over any number of pairs. */
function circlesOf(count: number, pairs: readonly Numbered[]): Int32Array {
  const parent = Int32Array.from({ length: count }, (_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (const { a, b, same } of pairs) if (same) parent[find(a)] = find(b);
  return parent.map((_, i) => find(i));
}

function withoutSome({ at, value }: Vector, chance: Chance): Vector {
  const kept = Array.from(at.keys()).filter(() => chance.next() >= DROPPED);
  return {
    at: Int32Array.from(kept, (i) => at[i] as number),
    value: Float32Array.from(kept, (i) => value[i] as number),
  };
}

/**
 * A number from 0 to 1 that looks random, by the finaliser of MurmurHash3. Those of `chance.ts` are alike at distances that are powers
 * of two, as the dimensions are.
 */
function mixed(a: number, b: number): number {
  let value = a ^ Math.imul(b + 1, 0x9e3779b1);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return ((value ^ (value >>> 16)) >>> 0) / 0x100000000;
}

/** The places as they are learned, moved by AdaGrad steps. */
class Places {
  readonly dimensions = DIMENSIONS;
  readonly places: Float32Array;
  readonly #travelled: Float32Array;
  readonly #pull = new Float32Array(DIMENSIONS);

  /** @param hashes of the features, from which their first places are made */
  constructor(hashes: Uint32Array) {
    // Places that look random are nearly at right angles: at first texts are as like as their features are.
    const spread = Math.sqrt(3 / DIMENSIONS);
    this.places = new Float32Array(hashes.length * DIMENSIONS);
    this.places.forEach((_, i) => {
      const [feature, dimension] = [hashes[Math.floor(i / DIMENSIONS)] as number, i % DIMENSIONS];
      this.places[i] = (2 * mixed(feature, dimension) - 1) * spread;
    });
    this.#travelled = new Float32Array(hashes.length).fill(0.01);
  }

  /** Moves the features of a text against the gradient at its place. */
  move(
    { at, value }: Vector,
    place: Float32Array,
    gradient: Float32Array,
    { offset, length, step }: { offset: number; length: number; step: number },
  ): void {
    let along = 0;
    for (let d = 0; d < DIMENSIONS; d++)
      along += (gradient[offset + d] as number) * (place[offset + d] as number);
    let square = 0;
    for (let d = 0; d < DIMENSIONS; d++) {
      const pull = ((gradient[offset + d] as number) - along * (place[offset + d] as number)) / length;
      this.#pull[d] = pull;
      square += pull * pull;
    }
    if (square < 1e-14) return;
    for (let i = 0; i < at.length; i++) {
      const [feature, weight] = [at[i] as number, value[i] as number];
      const travelled = (this.#travelled[feature] as number) + square * weight * weight;
      this.#travelled[feature] = travelled;
      const scaled = (step * weight) / Math.sqrt(travelled);
      const row = feature * DIMENSIONS;
      for (let d = 0; d < DIMENSIONS; d++)
        this.places[row + d] = (this.places[row + d] as number) - scaled * (this.#pull[d] as number);
    }
  }
}

function product(a: Float32Array, i: number, b: Float32Array, j: number): number {
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d++) sum += (a[i + d] as number) * (b[j + d] as number);
  return sum;
}

function addTimes(into: Float32Array, i: number, factor: number, from: Float32Array, j: number): void {
  for (let d = 0; d < DIMENSIONS; d++)
    into[i + d] = (into[i + d] as number) + factor * (from[j + d] as number);
}

/** One side of a batch: texts, where they lie, and where they are pulled. */
class Side {
  readonly place = new Float32Array(BATCH * DIMENSIONS);
  readonly gradient = new Float32Array(BATCH * DIMENSIONS);
  readonly lengths = new Float32Array(BATCH);
  texts: readonly Vector[] = [];

  put(places: Places, texts: readonly Vector[]): void {
    this.texts = texts;
    this.gradient.fill(0, 0, texts.length * DIMENSIONS);
    texts.forEach((text, i) => {
      this.lengths[i] = locate(places, text, this.place, i * DIMENSIONS);
    });
  }

  move(places: Places, step: number): void {
    this.texts.forEach((text, i) => {
      const place = { offset: i * DIMENSIONS, length: this.lengths[i] as number, step };
      places.move(text, this.place, this.gradient, place);
    });
  }
}

/**
 * Learns a sense in which questions that ask the same are near, and others far: of all questions of a batch each must find its own
 * partner (noise-contrastive estimation: van den Oord, Li, Vinyals, 2018; Gutmann and Hyvärinen, AISTATS 2010), and each judged pair must
 * lie on its side of a likeness. The same pairs in the same order give the same sense.
 */
export function learnSense(given: readonly Pair[]): Sense {
  const chance = chanceFrom(1);
  const { texts, numbered } = numberTexts(given.slice(0, PAIRS_MAX));
  const features = texts.map((text) => featuresOf(text));
  const counted = learnVocabulary({ questions: features, asides: [], titles: [] }, LEAST);
  const vocabulary = { ...counted, unseenIdf: UNKNOWN_IDF };
  const vectors = features.map((text) => vectorOf(vocabulary, text));
  const circles = circlesOf(texts.length, numbered);
  const partners = numbered.filter(({ same }) => same);
  const places = new Places(vocabulary.hashes);
  const [left, right] = [new Side(), new Side()];
  const vectorAt = (text: number): Vector => vectors[text] as Vector;

  /** Each text of the left side is drawn to its partner and pushed from all others, as far as they are near. */
  const findPartners = (batch: readonly Numbered[], step: number): void => {
    left.put(
      places,
      batch.map(({ a }) => withoutSome(vectorAt(a), chance)),
    );
    right.put(
      places,
      batch.map(({ b }) => withoutSome(vectorAt(b), chance)),
    );
    const near = new Float64Array(batch.length);
    batch.forEach(({ a }, i) => {
      let sum = 0;
      batch.forEach((other, j) => {
        const alike = i !== j && circles[a] === circles[other.a];
        const likeness = product(left.place, i * DIMENSIONS, right.place, j * DIMENSIONS);
        near[j] = alike ? 0 : Math.exp((likeness - 1) / TEMPERATURE);
        sum += near[j] as number;
      });
      for (let j = 0; j < batch.length; j++) {
        const error = (near[j] as number) / sum - (i === j ? 1 : 0);
        if (Math.abs(error) < 1e-5) continue;
        addTimes(left.gradient, i * DIMENSIONS, error, right.place, j * DIMENSIONS);
        addTimes(right.gradient, j * DIMENSIONS, error, left.place, i * DIMENSIONS);
      }
    });
    left.move(places, step);
    right.move(places, step);
  };

  const judge = ({ a, b, same }: Numbered, step: number): void => {
    left.put(places, [vectorAt(a)]);
    right.put(places, [vectorAt(b)]);
    const likeness = product(left.place, 0, right.place, 0);
    const chanceOfSame = 1 / (1 + Math.exp(-(likeness - JUDGED.same) / JUDGED.sharpness));
    const error = JUDGED.worth * (chanceOfSame - (same ? 1 : 0));
    addTimes(left.gradient, 0, error, right.place, 0);
    addTimes(right.gradient, 0, error, left.place, 0);
    left.move(places, step);
    right.move(places, step);
  };

  const order = partners.map((_, i) => i);
  const judged = numbered.map((_, i) => i);
  for (let round = 0; round < ROUNDS; round++) {
    const step = STEP * (1 - (0.8 * round) / ROUNDS);
    chance.shuffle(order);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH).map((i) => partners[i] as Numbered);
      // Either of the two may ask.
      findPartners(
        batch.map((pair) => (chance.next() < 0.5 ? pair : { ...pair, a: pair.b, b: pair.a })),
        step,
      );
    }
    chance.shuffle(judged);
    for (const i of judged) judge(numbered[i] as Numbered, step);
  }
  return { vocabulary, dimensions: DIMENSIONS, places: places.places };
}
