import { amend, changesBetween } from '../../src/server/help/ranking/amend.ts';
import type { Model, Rankable } from '../../src/server/help/ranking/model.ts';
import { rankerOf } from '../../src/server/help/ranking/rank.ts';
import { train } from '../../src/server/help/ranking/train.ts';

const subjects =
  'card payment transfer refund account password balance statement limit fee 银行卡 转账 退款 账单 额度 手续费'.split(
    ' ',
  );
const happenings =
  'declined pending missing charged twice blocked expired changed cancelled 失败 没到账 冻结 重复扣款 过期'.split(
    ' ',
  );
const places =
  'at the shop,in the app,on my phone,abroad,after a week,this morning,在商家,在手机上,昨天,上周'.split(',');

/** Made-up questions: two subjects, what happened, where, and a name that few others have. */
function question(n: number): string {
  const pick = (list: readonly string[], turn: number): string =>
    list[(n * turn + (n >> 3)) % list.length] as string;
  return `${pick(subjects, 1)} ${pick(happenings, 7)} ${pick(places, 5)} ${pick(subjects, 11)} item${n % 997}`;
}

const made = (count: number): Rankable[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `article-${n}`,
    title: question(n * 13),
    similar: Array.from({ length: 5 }, (_, k) => question(n * 13 + k + 1)),
    keywords: [],
    answer: question(n * 13 + 6),
    body: Array.from({ length: 20 }, (_, k) => question(n * 17 + k)).join('\n'),
  }));

const ASKED = 500;

function percentile(sorted: Float64Array, share: number): number {
  return Number((sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(2));
}

/** Milliseconds from an edit of an article until it is found by its new words. */
function timeOfEdit(model: Model, before: readonly Rankable[]): number {
  const edited = before.length >> 1;
  const title = 'a saying that nobody had said before';
  const after = before.map((article, n) => (n === edited ? { ...article, title } : article));
  const start = performance.now();
  const rank = rankerOf(model, amend(model, changesBetween(before, after)));
  if (rank(title, 1).hits[0]?.id !== `article-${edited}`) throw new Error('the edit is not found');
  return performance.now() - start;
}

/** Learns and asks a collection of `count` made-up articles. Milliseconds, and megabytes of memory that the model takes. */
export function measureSearch(count: number) {
  const articles = made(count);
  const before = process.memoryUsage();
  const began = performance.now();
  const model = train(articles);
  const rank = rankerOf(model);
  const buildMs = Math.round(performance.now() - began);
  const after = process.memoryUsage();
  const taken = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  for (let n = 0; n < 50; n++) rank(question(n * 31), 10);
  const times = Float64Array.from({ length: ASKED }, (_, n) => {
    const start = performance.now();
    rank(question(n * 29 + 5), 10);
    return performance.now() - start;
  }).sort();
  return {
    articles: count,
    buildMs,
    editMs: Math.round(timeOfEdit(model, articles)),
    memoryMb: Math.round(taken / 1e6),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
  };
}
