import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildRanker, type Rankable } from './rank.ts';
import { stem, termsOf } from './words.ts';

const article = (id: string, words: Partial<Rankable>): Rankable => ({
  id,
  title: '',
  similar: [],
  keywords: [],
  answer: '',
  body: '',
  ...words,
});

describe('the ranking', () => {
  const rank = buildRanker([
    article('title', { title: 'Refund has not arrived' }),
    article('similar', { similar: ['refund has not arrived'] }),
    article('answer', { answer: 'refund has not arrived' }),
    article('body', { body: 'refund has not arrived' }),
    article('other', { title: 'Change my phone number' }),
  ]);

  test('a title counts more than a similar question, that more than the answer, that more than the body', () => {
    expect(rank('refund not arrived', 10).map((hit) => hit.id)).toEqual([
      'title',
      'similar',
      'answer',
      'body',
    ]);
  });

  test('words are found in their other forms', () => {
    expect(rank('REFUNDS arriving', 1)[0]?.id).toBe('title');
  });

  test('no more than asked for', () => expect(rank('refund', 2)).toHaveLength(2));

  test.each(['', '   ', '的', '???', 'zzz'])('%j finds nothing', (question) =>
    expect(rank(question, 5)).toEqual([]),
  );

  test('Chinese is found by one character, by part of a word, and whole', () => {
    const chinese = buildRanker([
      article('card', { title: '银行卡被吞了' }),
      article('fee', { title: '手续费是多少' }),
    ]);
    for (const question of ['卡', '行卡', '银行卡被吞', '我的银行卡'])
      expect(chinese(question, 5)[0]?.id).toBe('card');
  });

  const word = fc.constantFrom(
    'refund',
    'card',
    'lost',
    '退款',
    '银行卡',
    '丢失',
    'fee',
    'limit',
    '限额',
    '!',
  );
  const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
  const library = fc.uniqueArray(fc.record({ id: fc.uuid(), title: text, body: text }), {
    selector: (a) => a.id,
    maxLength: 12,
  });

  test('hits are distinct, in falling order, and share something with the question', () => {
    fc.assert(
      fc.property(library, text, (articles, question) => {
        const hits = buildRanker(articles.map(({ id, ...words }) => article(id, words)))(question, 50);
        expect(new Set(hits.map((hit) => hit.id)).size).toBe(hits.length);
        hits.slice(1).forEach((hit, i) => {
          expect(hit.score).toBeLessThanOrEqual(hits[i]?.score ?? 0);
        });
        const asked = new Set(termsOf(question).map((term) => term.text));
        for (const { id } of hits) {
          const found = articles.find((candidate) => candidate.id === id);
          expect(termsOf(`${found?.title} ${found?.body}`).some((term) => asked.has(term.text))).toBe(true);
        }
      }),
    );
  });

  test('the order of the articles does not matter', () => {
    fc.assert(
      fc.property(library, text, (articles, question) => {
        const all = articles.map(({ id, ...words }) => article(id, words));
        const ids = (list: Rankable[]) =>
          buildRanker(list)(question, 50)
            .map((hit) => hit.id)
            .sort();
        expect(ids([...all].reverse())).toEqual(ids(all));
      }),
    );
  });
});

test.each([
  ['refunds', 'refund'],
  ['payment', 'payments'],
  ['charged', 'charging'],
  ['cancelled', 'cancel'],
  ['fees', 'fee'],
  ['activated', 'activate'],
])('%s and %s are one word', (a, b) => expect(stem(a)).toBe(stem(b)));
