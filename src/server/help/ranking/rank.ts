import type { Urgency } from '../../../contract/help.ts';
import { evidenceOf } from './confidence.ts';
import { exactHash } from './exact.ts';
import { type Features, featuresOf } from './features.ts';
import { addRow, dotRow } from './matrix.ts';
import type { Model } from './model.ts';
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

/** Ranks articles for a question: at most `limit` of them. */
export type Ranker = (question: string, limit: number) => Ranking;

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

/** Places of the highest scores, best first; equals in the order of their ids. */
function highest(scores: Float64Array, among: readonly number[], limit: number): number[] {
  const better = (a: number, b: number): number => (scores[b] as number) - (scores[a] as number) || a - b;
  if (among.length <= 4 * limit) return [...among].sort(better).slice(0, limit);
  const floor = Float64Array.from(among, (at) => scores[at] as number).sort()[among.length - limit] as number;
  return among
    .filter((at) => (scores[at] as number) >= floor)
    .sort(better)
    .slice(0, limit);
}

/** How near the nearest questions of some articles are: the mean of the ten best products. */
function nearness(model: Model, vector: Vector, articles: readonly number[], full: Float64Array): number {
  vector.at.forEach((row, i) => {
    full[row] = vector.value[i] as number;
  });
  const near: number[] = [];
  for (const article of articles) {
    const [from, to] = [model.questionStarts[article] as number, model.questionStarts[article + 1] as number];
    for (let question = from; question < to; question++) near.push(dotRow(model.questions, question, full));
  }
  vector.at.forEach((row) => {
    full[row] = 0;
  });
  const best = near.sort((a, b) => b - a).slice(0, 10);
  return best.length === 0 ? 0 : best.reduce((sum, one) => sum + one, 0) / best.length;
}

/** Articles that are less like a question than this share of the one most like it are not found. */
const TAIL = 0.1;
/** How fast an article's say fades with its distance from the best. */
const FADE = 8;

function weighed({ urgencies }: Model, best: readonly number[], scores: Float64Array) {
  const highest = scores[best[0] ?? 0] ?? 0;
  const weights = best.map((at) => Math.exp(FADE * ((scores[at] as number) - highest)));
  const sum = weights.reduce((total, one) => total + one, 0);
  return best.map((at, i) => ({ weight: (weights[i] as number) / sum, urgency: urgencies[at] ?? 'normal' }));
}

/** The ranking that a model has learned. */
export function rankerOf(model: Model): Ranker {
  const count = model.ids.length;
  const full = new Float64Array(model.vocabulary.hashes.length);
  return (question, limit) => {
    const features: Features = featuresOf(question);
    const vector = vectorOf(model.vocabulary, features);
    const likeness = new Float64Array(count);
    vector.at.forEach((row, i) => {
      addRow(model.likeness, row, vector.value[i] as number, likeness);
    });
    const scores = likeness.map((value) => value * (1 - model.trust));
    if (model.planes !== null) {
      const planes = Float64Array.from(model.biases);
      vector.at.forEach((row, i) => {
        addRow(model.planes as NonNullable<Model['planes']>, row, vector.value[i] as number, planes);
      });
      for (let at = 0; at < count; at++)
        scores[at] = (scores[at] as number) + model.trust * (planes[at] as number);
    }
    const bonus = exactBonus(model, question);
    for (const [article, worth] of bonus) scores[article] = (scores[article] as number) + worth;
    const touched: number[] = [];
    for (let at = 0; at < count; at++) if ((likeness[at] as number) > 0 || bonus.has(at)) touched.push(at);
    // What is like the question a little only because it shares a common word is noise.
    const alike = touched.reduce((most, at) => Math.max(most, likeness[at] as number), 0);
    const likely = touched.filter((at) => (likeness[at] as number) >= TAIL * alike || bonus.has(at));
    const best = highest(scores, likely, Math.max(limit, 8));
    const evidence = evidenceOf(model, tokensOf(question), {
      best: best[0] === undefined ? -1 : (scores[best[0]] as number),
      near: nearness(model, vector, best.slice(0, 8), full),
    });
    const { slope, offset } = model.calibration;
    const confidence = best.length === 0 ? 0 : 1 / (1 + Math.exp(-(slope * evidence + offset)));
    return {
      hits: best.slice(0, limit).map((at) => ({ id: model.ids[at] as string, score: scores[at] as number })),
      confidence,
      urgency: urgencyAmong(question, weighed(model, best, scores), confidence * model.trust),
    };
  };
}
