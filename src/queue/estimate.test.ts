import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimate, placeOf } from './estimate.ts';
import { inside, rangeOf, type Score } from './range.ts';
import { type Rates, ratesOf } from './rates.ts';
import type { Agent, Snapshot, Waiting } from './snapshot.ts';

const MINUTE = 60_000;
const NOW = 1_800_000_000_000;
const rates: Rates = { service: 1 / (10 * MINUTE), leaving: 0, emergencies: 0, priorities: 0, taking: 0 };

const agents = (count: number, capacity = 1): Agent[] =>
  Array.from({ length: count }, (_, nth) => ({
    id: `agent-${nth}`,
    teamIds: [],
    languages: ['zh-CN'],
    skills: [],
    senior: false,
    capacity,
    load: capacity,
    idleSince: 0,
  }));
const line = (count: number): Waiting[] =>
  Array.from({ length: count }, (_, nth) => ({
    id: `waiting-${nth}`,
    channel: 'chat',
    priority: 'normal',
    teamId: null,
    language: 'zh-CN',
    skills: [],
    needsSenior: false,
    since: NOW - (count - nth) * 1000,
    front: false,
    knownBy: null,
    knownUntil: 0,
    notAgents: [],
  }));
const queue = (waiting: Waiting[], people: Agent[]): Snapshot => ({ now: NOW, waiting, agents: people });
const lastOf = (waiting: Waiting[]): Waiting => waiting.at(-1) as Waiting;

describe('by example', () => {
  test('ten agents of ten minutes move one a minute: the fifth waits for five', () => {
    const waiting = line(5);
    const expected = estimate(queue(waiting, agents(10)), lastOf(waiting), rates);
    expect((expected?.mean ?? 0) / MINUTE).toBeCloseTo(5, 6);
    expect(placeOf(queue(waiting, agents(10)), lastOf(waiting))).toBe(5);
  });

  test('with impatience the steps are those of Erlang A: 1/nμ + 1/(nμ + θ) + ...', () => {
    const waiting = line(3);
    const impatient = { ...rates, leaving: 1 / (5 * MINUTE) };
    const expected = estimate(queue(waiting, agents(10)), lastOf(waiting), impatient);
    expect((expected?.mean ?? 0) / MINUTE).toBeCloseTo(1 + 1 / 1.2 + 1 / 1.4, 6);
  });

  test('nobody there, or nothing known: nothing is said', () => {
    const waiting = line(1);
    expect(estimate(queue(waiting, []), lastOf(waiting), rates)).toBeNull();
    expect(placeOf(queue(line(3), []), lastOf(line(3)))).toBe(3);
    const nothing = { completed: 4, servedFor: MINUTE, left: 0, waitedFor: 0 };
    expect(
      ratesOf({ ...nothing, emergencies: 0, priorities: 0, watchedFor: 0, taken: 0, queuedFor: 0 }),
    ).toBeNull();
  });

  test('where agents have room and take as they please, the queue moves as they lately took', () => {
    const waiting = line(4);
    const idle = agents(3).map((agent) => ({ ...agent, load: 0 }));
    const expected = estimate(queue(waiting, idle), lastOf(waiting), { ...rates, taking: 1 / MINUTE });
    expect((expected?.mean ?? 0) / MINUTE).toBeCloseTo(4, 6);
  });
});

test('more who wait before make the wait longer, and more agents shorter', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 30 }), (before, people) => {
      const mean = (count: number, staff: number) => {
        const waiting = line(count);
        return estimate(queue(waiting, agents(staff)), lastOf(waiting), rates)?.mean ?? 0;
      };
      expect(mean(before + 1, people)).toBeGreaterThan(mean(before, people));
      expect(mean(before, people + 1)).toBeLessThan(mean(before, people));
    }),
  );
});

const expected = fc.record({
  mean: fc.double({ min: 1000, max: 120 * MINUTE, noNaN: true }),
  deviation: fc.double({ min: 100, max: 60 * MINUTE, noNaN: true }),
});
const score = fc
  .tuple(expected, fc.double({ min: 0, max: 200 * MINUTE, noNaN: true }))
  .map(([of, waited]): Score => ({ ...of, waited }));

test('a range is whole minutes, never negative, never empty', () => {
  fc.assert(
    fc.property(expected, fc.array(score, { maxLength: 200 }), (one, scores) => {
      const { from, to } = rangeOf(one, scores);
      expect(Number.isInteger(from) && Number.isInteger(to)).toBe(true);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeGreaterThan(from);
    }),
  );
});

test('ranges learn from waits that were twice as long as expected', () => {
  const one = { mean: 10 * MINUTE, deviation: 2 * MINUTE };
  const slow = Array.from({ length: 200 }, (_, nth) => ({ ...one, waited: (18 + (nth % 5)) * MINUTE }));
  expect(inside(rangeOf(one, []), 10 * MINUTE)).toBe(true);
  expect(inside(rangeOf(one, slow), 10 * MINUTE)).toBe(false);
  expect(inside(rangeOf(one, slow), 20 * MINUTE)).toBe(true);
});
