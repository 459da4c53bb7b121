import { featuresOf, meaningFeature } from './features.ts';
import { meaningNumber } from './meanings.ts';

/** Little words, which stand in every question whatever it is about. */
const littleWords =
  'a an and any are as at be but by can could do for from get have hello help hi how i if in is it its just me my need no not of on or our please so some that the their them there they this to up want was we what when where which who why will with would you your 的 了 吗 我 你 们 是 在 有 怎 么 为 什 不 能 可 以 呢 啊 请 问 好 这 那 个 会 要 就 都 还 和';
const littleMeanings = 'howto why what whether where get';

/** Share of all questions, of whatever collection, that a little word stands in. */
const SHARE = 0.3;

/** The features that are common everywhere, with the share of texts they are in. */
export const commonFeatures: ReadonlyMap<number, number> = new Map([
  ...littleWords
    .split(' ')
    .flatMap((word) =>
      featuresOf(word).flatMap((family) => [...family.keys()].map((feature) => [feature, SHARE] as const)),
    ),
  ...littleMeanings.split(' ').map((name) => [meaningFeature(meaningNumber(name)), SHARE] as const),
]);
