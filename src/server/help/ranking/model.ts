import type { Urgency } from '../../../contract/help.ts';
import type { Matrix } from './matrix.ts';
import type { Sense } from './sense.ts';
import type { Vocabulary } from './vectors.ts';

/** What the ranking reads of an article, in one language. */
export interface Rankable {
  readonly id: string;
  readonly title: string;
  readonly similar: readonly string[];
  readonly keywords: readonly string[];
  readonly answer: string;
  readonly body: string;
  /** Where the operator says how urgent the article's subject is; else its title tells. */
  readonly urgency?: Urgency | undefined;
}

/** What was learned of a collection of articles. Flat arrays throughout, so that it is passed between threads and kept on disk as it is. */
export interface Model {
  /** Articles by rising id; their places are the numbers used below. */
  readonly ids: readonly string[];
  readonly urgencies: readonly Urgency[];
  readonly vocabulary: Vocabulary;
  /** Feature by article: how much the article is like a text that has the feature. */
  readonly likeness: Matrix;
  /** Feature by article: which side of the article's plane a feature speaks for; null when there is too little to learn from. */
  readonly planes: Matrix | null;
  readonly biases: Float32Array;
  /** Share of the planes in a score, 0 to 1. */
  readonly trust: number;
  /** The questions by feature, those of article `a` from `questionStarts[a]` up to `questionStarts[a + 1]`. */
  readonly questions: Matrix;
  readonly questionStarts: Uint32Array;
  /** What pairs of questions taught, with the place of each article in it; null without pairs. */
  readonly sense: { readonly words: Sense; readonly middles: Float32Array } | null;
  /** Hashes of what is asked word for word, rising, with the article each belongs to and whether it is its title. */
  readonly exact: {
    readonly hashes: Float64Array;
    readonly articles: Uint32Array;
    readonly titles: Uint8Array;
  };
  /** Confidence is the logistic function of `slope * evidence + offset`. */
  readonly calibration: { readonly slope: number; readonly offset: number };
}
