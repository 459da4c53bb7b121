import type { Urgency } from '../../../contract/help.ts';
import { evidenceOf } from './confidence.ts';
import { exactHash } from './exact.ts';
import { type Features, featuresOf } from './features.ts';
import { addRow, dotRow } from './matrix.ts';
import type { Model } from './model.ts';
import { senseOf } from './sense.ts';
import { tokensOf } from './text.ts';
import { urgencyAmong } from './urgency.ts';
import { type Vector, vectorOf } from './vectors.ts';

export interface Hit {
  readonly id: string;
  /** Only comparable within one question. */
  readonly score: number;
}

export interface Ranking {
  /** Best first, scores falling. */
  readonly hits: readonly Hit[];
  /** Probability, 0 to 1, that the first hit is what was asked for. */
  readonly confidence: number;
  readonly urgency: Urgency;
}

/** Ranks articles for a question: at most `limit` of those that `among` takes, all of them without it. */
export type Ranker = (question: string, limit: number, among?: (id: string) => boolean) => Ranking;

/** What changed since a model was learned: articles that no longer stand in it as they are, and those that stand in its place. */
export interface Amendment {
  readonly gone: ReadonlySet<string>;
  readonly model: Model;
}

/** What is asked in an article's own words comes first, its title before its similar questions. */
const EXACT_TITLE = 20;
const EXACT_QUESTION = 10;

function exactBonus({ exact }: Model, question: string): Map<number, number> {
  const wanted = exactHash(question);
  const bonus = new Map<number, number>();
  let [low, high] = [0, exact.hashes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((exact.hashes[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  for (let i = low; exact.hashes[i] === wanted; i++) {
    const article = exact.articles[i] as number;
    const worth = exact.titles[i] === 1 ? EXACT_TITLE : EXACT_QUESTION;
    bonus.set(article, Math.max(worth, bonus.get(article) ?? 0));
  }
  return bonus;
}

/** A model with the places where the scores of its articles stand among those of all. */
interface Part {
  readonly model: Model;
  readonly first: number;
  readonly likeness: Float64Array;
  readonly planes: Float64Array;
  /** A question by all features of the vocabulary; empty between questions. */
  readonly full: Float64Array;
}

/** Looks a question up in a part: fills its scores. */
function look({ model, likeness, planes }: Part, { at, value }: Vector): void {
  likeness.fill(0);
  for (let i = 0; i < at.length; i++) addRow(model.likeness, at[i] as number, value[i] as number, likeness);
  if (model.planes === null) return;
  planes.set(model.biases);
  for (let i = 0; i < at.length; i++) addRow(model.planes, at[i] as number, value[i] as number, planes);
}

/** The places with the highest scores, best first; equals in the order of their places. */
class Podium {
  readonly places: number[] = [];
  readonly #scores: Float64Array;
  readonly #limit: number;
  readonly #admits: (place: number) => boolean;

  constructor(scores: Float64Array, limit: number, admits: (place: number) => boolean) {
    this.#scores = scores;
    this.#limit = limit;
    this.#admits = admits;
  }

  enter(place: number): void {
    const score = this.#scores[place] as number;
    const { places } = this;
    if (places.length === this.#limit && score <= (this.#scores[places.at(-1) as number] as number)) return;
    if (!this.#admits(place)) return;
    let at = places.length;
    while (at > 0 && score > (this.#scores[places[at - 1] as number] as number)) at--;
    places.splice(at, 0, place);
    if (places.length > this.#limit) places.pop();
  }
}

/** How much the sense counts beside everything else: pairs that people judged know more than words do. */
const SENSE = 6;

/** Adds how near the middles of a part's articles are to a question, by the sense. */
function addSense({ model, first }: Part, features: Features, scores: Float64Array): void {
  if (model.sense === null) return;
  const { words, middles } = model.sense;
  const place = senseOf(words, features);
  for (let article = 0; article < model.ids.length; article++) {
    let likeness = 0;
    const row = article * words.dimensions;
    for (let d = 0; d < words.dimensions; d++)
      likeness += (place[d] as number) * (middles[row + d] as number);
    scores[first + article] = (scores[first + article] as number) + SENSE * likeness;
  }
}

/** How near the nearest questions of some articles are: the products with a question, the ten best of them. */
function nearness({ model, first, full }: Part, { at, value }: Vector, places: readonly number[]): number[] {
  for (let i = 0; i < at.length; i++) full[at[i] as number] = value[i] as number;
  const near: number[] = [];
  for (const place of places) {
    const article = place - first;
    if (article < 0 || article >= model.ids.length) continue;
    const [from, to] = [model.questionStarts[article] as number, model.questionStarts[article + 1] as number];
    for (let question = from; question < to; question++) near.push(dotRow(model.questions, question, full));
  }
  for (let i = 0; i < at.length; i++) full[at[i] as number] = 0;
  return near;
}

const meanOfBest = (values: number[]): number => {
  const best = values.sort((a, b) => b - a).slice(0, 10);
  return best.length === 0 ? 0 : best.reduce((sum, one) => sum + one, 0) / best.length;
};

/** Articles that are less like a question than this share of the one most like it are not found. */
const TAIL = 0.1;
/** How fast an article's say fades with its distance from the best. */
const FADE = 8;
/** So many of the best say how sure and how urgent a question is, however few are asked for. */
const HEARD = 8;

/** How much each of the best weighs among them; together 1. */
function shares(best: readonly number[], scores: Float64Array): number[] {
  const highest = scores[best[0] ?? 0] ?? 0;
  const weights = best.map((place) => Math.exp(FADE * ((scores[place] as number) - highest)));
  const sum = weights.reduce((total, one) => total + one, 0);
  return weights.map((weight) => weight / sum);
}

/** The ranking that a model has learned, with what changed since. */
export function rankerOf(model: Model, amendment?: Amendment): Ranker {
  const models = amendment === undefined ? [model] : [model, amendment.model];
  const ids = models.flatMap((one) => one.ids);
  const urgencies = models.flatMap((one) => one.urgencies);
  const gone = Uint8Array.from(ids, (id, place) =>
    place < model.ids.length && amendment?.gone.has(id) === true ? 1 : 0,
  );
  // One question is ranked at a time, so that all may use the same space.
  const likeness = new Float64Array(ids.length);
  const planes = new Float64Array(ids.length);
  const scores = new Float64Array(ids.length);
  const parts = models.map((one, n): Part => {
    const first = n === 0 ? 0 : model.ids.length;
    const own = (all: Float64Array): Float64Array => all.subarray(first, first + one.ids.length);
    const full = new Float64Array(one.vocabulary.hashes.length);
    return { model: one, first, likeness: own(likeness), planes: own(planes), full };
  });
  const { trust } = model;

  return (question, limit, among) => {
    const features = featuresOf(question);
    const vectors = parts.map((part) => vectorOf(part.model.vocabulary, features));
    parts.forEach((part, n) => {
      look(part, vectors[n] as Vector);
    });
    const bonus = new Map(
      parts.flatMap(({ model: one, first }) =>
        [...exactBonus(one, question)].map(([article, worth]) => [article + first, worth] as const),
      ),
    );
    let alike = 0;
    for (let place = 0; place < ids.length; place++) {
      const like = likeness[place] as number;
      if (like > alike && gone[place] === 0) alike = like;
      scores[place] = (1 - trust) * like + trust * (planes[place] as number);
    }
    for (const part of parts) addSense(part, features, scores);
    for (const [place, worth] of bonus) scores[place] = (scores[place] as number) + worth;
    const podium = new Podium(
      scores,
      Math.max(limit, HEARD),
      (place) => among?.(ids[place] as string) ?? true,
    );
    // What is like the question a little only because it shares a common word is noise.
    for (let place = 0; place < ids.length; place++) {
      const like = likeness[place] as number;
      const likely = model.sense !== null || (like > 0 && like >= TAIL * alike) || bonus.has(place);
      if (gone[place] === 0 && likely) podium.enter(place);
    }
    const best = podium.places;
    const near = parts.flatMap((part, n) => nearness(part, vectors[n] as Vector, best.slice(0, HEARD)));
    const evidence = evidenceOf(
      models.map(({ vocabulary }) => vocabulary),
      tokensOf(question),
      { best: best[0] === undefined ? -1 : (scores[best[0]] as number), near: meanOfBest(near) },
    );
    const { slope, offset } = model.calibration;
    const confidence = best.length === 0 ? 0 : 1 / (1 + Math.exp(-(slope * evidence + offset)));
    const weights = shares(best, scores);
    const found = best.map((place, i) => ({
      weight: weights[i] as number,
      urgency: urgencies[place] as Urgency,
    }));
    return {
      hits: best
        .slice(0, limit)
        .map((place) => ({ id: ids[place] as string, score: scores[place] as number })),
      confidence,
      urgency: urgencyAmong(question, found, confidence * trust),
    };
  };
}
