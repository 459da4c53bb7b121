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

/**
 * The sentence of an article that says most about a question. The first sentence of the answer wins unless another shares more of the
 * question's words: answers are written to be read first.
 */
export function answeringSentence(
  question: string,
  version: Pick<ArticleVersion, 'answer' | 'body'>,
): string {
  const asked = new Set(termsOf(question).flatMap(({ text, weak }) => (weak ? [] : text)));
  const shared = (sentence: string): number =>
    new Set(termsOf(sentence).flatMap(({ text }) => (asked.has(text) ? text : []))).size;
  const sentences = [...sentencesOf(version.answer), ...sentencesOf(plainText(version.body))];
  const scored = sentences.map((sentence, at) => ({
    sentence,
    score: shared(sentence) + (at === 0 ? 1.5 : 0),
  }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best), { sentence: '', score: -1 })
    .sentence;
}
