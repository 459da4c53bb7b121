/** `npm run -s bench:guard`: what the guard costs, as one line of JSON. Times are medians of several runs. */
import { mask } from '../src/guard/mask.ts';

const chat = [
  '你好，我昨天晚上十点左右用银行卡充值了 200 元，账单里显示扣款成功，但是余额一直没有到账。订单号是 TX2026112200017，我已经等了一个多小时，换了网络也重新登录过，还是一样。麻烦帮我查一下到底是哪里出了问题，谢谢。如果需要截图我可以马上发给你，另外我想知道这种情况一般多久可以处理好，因为我明天早上还要用这笔钱付房租，真的比较着急，希望可以尽快帮我看一下，辛苦了。我也不知道该怎么办才好呢。',
  'Hello, I topped up 200 dollars with my card last night at about ten. The statement says it was paid but my balance has not changed. The order number is TX2026112200017 and I have waited for an hour now.',
];
const millionUnits = (unit: string): string =>
  unit.repeat(Math.ceil(1_000_000 / unit.length)).slice(0, 1_000_000);
const hostile: Record<string, string> = {
  digits: millionUnits('4111111111111112'),
  spacedDigits: millionUnits('4 '),
  groups: millionUnits('4111 1111 1111 1112    '),
  cards: millionUnits('4111 1111 1111 1111    '),
  fullWidthDigits: millionUnits('４１１１'),
  chineseNumerals: millionUnits('四一一一'),
};

const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;

/** Milliseconds one call takes. */
function timeOf(text: string, calls: number): number {
  const from = performance.now();
  for (let call = 0; call < calls; call++) mask(text, 'zh-CN');
  return (performance.now() - from) / calls;
}

const measure = (text: string, calls: number, rounds: number): number => {
  for (let warm = 0; warm < 5; warm++) timeOf(text, calls);
  return median(Array.from({ length: rounds }, () => timeOf(text, calls)));
};

const [chinese = 0, english = 0] = chat.map((text) => measure(text, 2_000, 15) * 1_000);
const megabyte = Object.fromEntries(
  Object.entries(hostile).map(([name, text]) => [name, +measure(text, 1, 15).toFixed(1)]),
);
console.log(
  JSON.stringify({
    typicalMicroseconds: { chinese: +chinese.toFixed(1), english: +english.toFixed(1) },
    megabyteMilliseconds: megabyte,
  }),
);
