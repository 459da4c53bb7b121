import type { Period } from '../../contract/hours.ts';

const DAY = 1440;

/** A period in minutes since midnight of the day it begins on; `closes` beyond 1440 is on the next day. */
export interface Span {
  opens: number;
  closes: number;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const two = (value: number): string => String(value).padStart(2, '0');
const timeOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

export function toSpan({ opens, closes }: Period): Span {
  const [from, to] = [minutesOf(opens), minutesOf(closes)];
  return { opens: from, closes: to <= from ? to + DAY : to };
}

export const toPeriod = ({ opens, closes }: Span): Period => ({
  opens: timeOf(opens),
  closes: timeOf(closes > DAY ? closes - DAY : closes),
});
