/**
 * Which numbers are payment cards: the first digits and the lengths that each network issues (ISO/IEC 7812-1 and the
 * networks' own tables), one line a network.
 */
type Range = readonly [from: number, to: number, ...lengths: number[]];

const long = [16, 17, 18, 19] as const;

const ranges: Range[] = [
  [4, 4, 13, 16, 18, 19], // Visa
  [51, 55, 16], // Mastercard
  [2221, 2720, 16],
  [34, 34, 15], // American Express
  [37, 37, 15],
  [300, 305, 14, ...long], // Diners Club
  [3095, 3095, 14, ...long],
  [36, 36, 14, ...long],
  [38, 39, 14, ...long],
  [3528, 3589, ...long], // JCB
  [2131, 2131, 15],
  [1800, 1800, 15],
  [62, 62, 14, 15, ...long], // UnionPay
  [81, 81, ...long],
  [60, 61, ...long], // Discover, RuPay, Hipercard, Maestro, older cards of Chinese banks
  [63, 69, ...long],
  [50, 50, ...long], // Maestro, Verve, Elo, Dankort
  [56, 58, ...long],
  [82, 82, 16], // RuPay
  [2200, 2204, ...long], // Mir
  [2205, 2205, 16], // Borica
  [9558, 9559, 16, 18, 19], // ICBC and ABC before UnionPay gave out numbers
  [9704, 9704, 16, 19], // Napas
  [9792, 9792, 16], // Troy
  [9860, 9860, 16], // Humo
  [8600, 8600, 16], // Uzcard
];

/** For each four first digits the lengths that are issued, as bits. */
const issued = new Uint32Array(10_000);
for (const [from, to, ...lengths] of ranges) {
  const width = 10 ** (4 - String(from).length);
  const bits = lengths.reduce((sum, length) => sum | (1 << length), 0);
  for (let first = from * width; first < (to + 1) * width; first++)
    issued[first] = (issued[first] ?? 0) | bits;
}

/** Whether some network issues numbers of `length` digits whose first four are these. */
export const isIssued = (firstFour: number, length: number): boolean =>
  ((issued[firstFour] ?? 0) & (1 << length)) !== 0;

/** Whether cards of any length begin with these four digits. */
export const startsCard = (firstFour: number): boolean => (issued[firstFour] ?? 0) !== 0;
