import type { ArticleVersion } from './article.ts';
import { plainText } from './markdown.ts';
import { termsOf } from './words.ts';

const sentenceEnd = /(?<=[。！？!?]|[.](?=\s))\s*|\n+/u;

/** Sentences of a text, without empty ones. */
const sentencesOf = (text: string): string[] =>
  text
    .split(sentenceEnd)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

interface Sentence {
  readonly text: string;
  readonly terms: ReadonlySet<string>;
}

/** Kept for as long as the version is: people who type ask of the same articles with every key. */
const known = new WeakMap<object, readonly Sentence[]>();

function sentencesIn(version: Pick<ArticleVersion, 'answer' | 'body'>): readonly Sentence[] {
  const kept = known.get(version);
  if (kept !== undefined) return kept;
  const texts = [...sentencesOf(version.answer), ...sentencesOf(plainText(version.body))];
  const sentences = texts.map((text) => ({ text, terms: new Set(termsOf(text).map((term) => term.text)) }));
  known.set(version, sentences);
  return sentences;
}

/**
 * The sentence of an article that says most about a question. The first sentence of the answer wins unless another shares more of the
 * question's words: answers are written to be read first.
 */
export function answeringSentence(
  question: string,
  version: Pick<ArticleVersion, 'answer' | 'body'>,
): string {
  const asked = new Set(termsOf(question).flatMap(({ text, weak }) => (weak ? [] : text)));
  const scored = sentencesIn(version).map(({ text, terms }, at) => ({
    text,
    score: asked.intersection(terms).size + (at === 0 ? 1.5 : 0),
  }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best), { text: '', score: -1 }).text;
}
