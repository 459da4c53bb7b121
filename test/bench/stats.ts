export const median = (values: number[]): number => quantile(values, 0.5);

/** The value below which `share` of them lie; the higher neighbour where it falls between two. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Rounded for reading. */
export const round = (value: number, digits = 0): number => Number(value.toFixed(digits));
