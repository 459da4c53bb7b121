import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amend, changesBetween } from './amend.ts';
import type { Rankable } from './model.ts';
import { rankerOf } from './rank.ts';
import { stem } from './text.ts';
import { train } from './train.ts';

const article = (id: string, words: Partial<Rankable>): Rankable => ({
  id,
  title: '',
  similar: [],
  keywords: [],
  answer: '',
  body: '',
  ...words,
});

const rankingOf = (articles: readonly Rankable[]) => rankerOf(train(articles));
const idsFor = (articles: readonly Rankable[], question: string): string[] =>
  rankingOf(articles)(question, 50).hits.map((hit) => hit.id);

describe('the ranking', () => {
  const rank = rankingOf([
    article('title', { title: 'Refund has not arrived' }),
    article('answer', { title: 'Shopping', answer: 'When a refund has not arrived, wait for the merchant.' }),
    article('body', {
      title: 'Merchants',
      body: 'A refund has not arrived? Ask the shop. Shops are slow to pay.',
    }),
    article('other', { title: 'Change my phone number' }),
  ]);

  test('a title counts more than the answer, that more than the body', () => {
    expect(rank('refund not arrived', 10).hits.map((hit) => hit.id)).toEqual(['title', 'answer', 'body']);
  });

  test('words are found in their other forms, mistyped, and in other words', () => {
    for (const question of ['REFUNDS arriving', 'refnud not arived', 'where is my money back'])
      expect(rank(question, 1).hits[0]?.id).toBe('title');
  });

  test('no more than asked for', () => expect(rank('refund', 2).hits).toHaveLength(2));

  test.each(['', '   ', '???', 'zzz'])('%j finds nothing', (question) =>
    expect(rank(question, 5)).toMatchObject({ hits: [], confidence: 0 }),
  );

  test('Chinese is found by one character, by part of a word, whole, in full width and in traditional characters', () => {
    const chinese = rankingOf([
      article('card', { title: '银行卡被吞了' }),
      article('fee', { title: '手续费是多少' }),
    ]);
    for (const question of ['卡', '行卡', '银行卡被吞', '我的银行卡', '銀行', 'ＢＡＮＫ 銀'])
      expect(chinese(question, 5).hits[0]?.id).toBe('card');
  });

  test('a question in one language finds an article that is written in the other', () => {
    const mixed = rankingOf([
      article('refund', { title: '退款没有到账' }),
      article('phone', { title: '更换手机号' }),
    ]);
    expect(mixed('my refund has not arrived', 1).hits[0]?.id).toBe('refund');
    expect(mixed('new mobile number', 1).hits[0]?.id).toBe('phone');
  });

  const words = ['refund', 'card', 'lost', '退款', '银行卡', '丢失', 'fee', 'limit', '限额', '!'];
  const text = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((list) => list.join(' '));
  const library = fc.uniqueArray(
    fc
      .record({ id: fc.uuid(), title: text, body: text, similar: fc.array(text, { maxLength: 3 }) })
      .map(({ id, ...rest }) => article(id, rest)),
    { selector: (one) => one.id, maxLength: 10 },
  );

  test('hits are distinct and in falling order; the confidence is a probability', () => {
    fc.assert(
      fc.property(library, text, (articles, question) => {
        const { hits, confidence } = rankingOf(articles)(question, 50);
        expect(new Set(hits.map((hit) => hit.id)).size).toBe(hits.length);
        const scores = hits.map((hit) => hit.score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('the order of the articles does not matter, and the same question is always answered the same', () => {
    fc.assert(
      fc.property(library, text, (articles, question) => {
        const once = rankingOf(articles)(question, 50);
        expect(rankingOf([...articles].reverse())(question, 50)).toEqual(once);
        expect(rankingOf(articles)(question, 50)).toEqual(once);
      }),
    );
  });

  test('an exact title is always first, however it is written', () => {
    fc.assert(
      fc.property(library, fc.nat(), (articles, n) => {
        const wanted = articles[n % Math.max(1, articles.length)];
        const bare = wanted?.title.replace(/[ !]/g, '');
        if (wanted === undefined || bare === '') return;
        const [first] = idsFor(articles, ` ${wanted.title.toUpperCase()}？`);
        expect(articles.find(({ id }) => id === first)?.title.replace(/[ !]/g, '')).toBe(bare);
      }),
    );
  });

  test('an edit that has nothing to do with them never reorders the others', () => {
    fc.assert(
      fc.property(
        library,
        text,
        fc.constantFrom('unheard words', '毫不相干'),
        (articles, question, unrelated) => {
          const before = article('edited', { title: 'zebra', body: 'giraffe' });
          const after = { ...before, body: `giraffe ${unrelated}`, keywords: [unrelated] };
          expect(idsFor([...articles, after], question)).toEqual(idsFor([...articles, before], question));
        },
      ),
    );
  });
});

describe('what changed since a model was learned', () => {
  const words = fc.array(fc.constantFrom('refund', 'card', 'late', 'lost', '退款', '卡', '没到', 'fee'), {
    minLength: 1,
    maxLength: 4,
  });
  const collection = fc.uniqueArray(
    fc.record({ id: fc.nat(12), title: words, similar: fc.array(words, { maxLength: 3 }) }),
    {
      selector: ({ id }) => id,
      maxLength: 8,
    },
  );
  const articlesOf = (drawn: { id: number; title: string[]; similar: string[][] }[]): Rankable[] =>
    drawn.map(({ id, title, similar }) =>
      article(`a${id}`, {
        title: `${title.join(' ')} ${id}`,
        similar: similar.map((text) => text.join(' ')),
      }),
    );

  test('is found at once: every title is first, and nothing that is gone', () => {
    fc.assert(
      fc.property(collection, collection, (drawnBefore, drawnAfter) => {
        const [before, after] = [articlesOf(drawnBefore), articlesOf(drawnAfter)];
        const base = train(before);
        const rank = rankerOf(base, amend(base, changesBetween(before, after)));
        for (const { id, title } of after) expect(rank(title, 1).hits[0]?.id).toBe(id);
        const there = new Set(after.map(({ id }) => id));
        const found = before.flatMap(({ title }) => rank(title, 20).hits);
        expect(found.filter(({ id }) => !there.has(id))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('is put beside the rest, which answers as before', () => {
    const before = [
      article('refund', { title: 'Refund has not arrived', similar: ['where is my money', 'refund late'] }),
      article('card', { title: 'Card is lost', similar: ['I cannot find my card', 'card stolen'] }),
    ];
    const after = [
      ...before,
      article('gift', { title: 'Buy a gift voucher', similar: ['voucher for a friend'] }),
    ];
    const base = train(before);
    const rank = rankerOf(base, amend(base, changesBetween(before, after)));
    const first = (question: string) => rank(question, 3).hits[0]?.id;
    expect(['a voucher please', 'my refund is late', 'i lost the card'].map(first)).toEqual([
      'gift',
      'refund',
      'card',
    ]);
    expect(changesBetween(before, [...before].reverse()).gone.size).toBe(0);
  });
});

test.each([
  ['refunds', 'refund'],
  ['payment', 'payments'],
  ['charged', 'charging'],
  ['cancelled', 'cancel'],
  ['fees', 'fee'],
  ['activated', 'activate'],
  ['stolen', 'steal'],
])('%s and %s are one word', (a, b) => expect(stem(a)).toBe(stem(b)));
