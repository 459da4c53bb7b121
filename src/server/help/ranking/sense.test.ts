import { expect, test } from 'vitest';
import { learnSense, type Pair } from './learn-sense.ts';
import { rankerOf } from './rank.ts';
import { train } from './train.ts';

const places = ['today', 'at the shop', 'in the app', 'since monday', 'again', 'abroad'];
/** People of this company call a transfer a hop, and a statement a scroll. */
const pairs: Pair[] = places.flatMap((place) => [
  { a: `my hop failed ${place}`, b: `the transfer did not work ${place}`, same: true },
  { a: `show me the scroll ${place}`, b: `where is my statement ${place}`, same: true },
  { a: `my hop failed ${place}`, b: `where is my statement ${place}`, same: false },
]);
const article = (id: string, title: string) => ({
  id,
  title,
  similar: [],
  keywords: [],
  answer: '',
  body: '',
});
const articles = [
  article('transfer', 'The transfer did not work'),
  article('statement', 'Where is my statement'),
];
const firstFor = (question: string, taught: readonly Pair[]) =>
  rankerOf(train(articles, taught))(question, 2).hits[0]?.id;

test('words that no article has are understood once pairs have taught them', () => {
  expect(firstFor('hop', [])).toBeUndefined();
  expect(firstFor('hop', pairs)).toBe('transfer');
  expect(firstFor('scroll', pairs)).toBe('statement');
});

test('the same pairs teach the same sense', () => {
  const [once, again] = [learnSense(pairs), learnSense(pairs)];
  expect(Buffer.from(once.places.buffer).equals(Buffer.from(again.places.buffer))).toBe(true);
});
