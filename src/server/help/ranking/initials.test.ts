import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foundByInitials } from './initials.ts';

const article = (id: string, title: string, ...similar: string[]) => ({
  id,
  title,
  similar,
  keywords: [],
  answer: '',
  body: '',
  urgency: undefined,
});
const articles = [
  article('transfer', '转账失败怎么办', 'why did my transfer fail'),
  article('bank', '银行卡丢失', '我的卡被重复扣款了'),
  article('english', 'Zebra zoo', 'sxf'),
];
const found = (typed: string) => foundByInitials(articles, typed).map(({ id }) => id);

test.each([
  ['zzsb', ['transfer']],
  ['ZZSB', ['transfer']],
  ['ｚｚｓｂ', ['transfer']],
  ['sbzmb', ['transfer']],
  ['yhk', ['bank']],
  ['cfkk', ['bank']],
  ['zfkk', ['bank']],
  ['zz', []],
  ['zzsb zz', []],
  ['zebra', []],
  ['转账', []],
  ['', []],
])('%s finds %o', (typed, ids) => expect(found(typed)).toEqual(ids));

test('a title before a similar question, a beginning before what stands inside', () => {
  const some = [article('c', '别的', '退款没到账'), article('b', '我的退款没到'), article('a', '退款没到')];
  expect(foundByInitials(some, 'tkmd').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('whatever is typed is answered, the same every time', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), (typed) => {
      expect(foundByInitials(articles, typed)).toEqual(foundByInitials(articles, typed));
    }),
  );
});
