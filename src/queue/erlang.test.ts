import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erlangA, erlangB, erlangC } from './erlang.ts';

describe('published values', () => {
  test.each([
    [14, 10, 0.1741], // the documentation of pyworkforce 0.5, waiting_probability of 100 calls of 3 minutes in 30
    [2, 1, 0.3333],
    [132, 123, 0.3211],
    [12_421, 12_345, 0.3812],
  ])('Erlang C of %i servers and %f Erlang is %f', (servers, load, published) => {
    expect(erlangC(servers, load)).toBeCloseTo(published, 4);
  });

  test.each([
    [132, 123, 0.0312],
    [1, 1, 0.5],
    [10, 10, 0.2146],
  ])('Erlang B of %i servers and %f Erlang is %f', (servers, load, published) => {
    expect(erlangB(servers, load)).toBeCloseTo(published, 4);
  });

  // O. Garnett, A. Mandelbaum, M. Reiman, "Designing a call center with impatient customers" (2002), table 1.
  test('Erlang A of 50 agents, 48 calls a minute, a minute of service and two of patience', () => {
    const { leaves, meanWait } = erlangA({ servers: 50, arrivals: 48, service: 1, leaving: 0.5 });
    expect(leaves * 100).toBeCloseTo(3.1, 1);
    expect(meanWait * 60).toBeCloseTo(3.7, 1);
    expect((48 * (1 - leaves)) / 50).toBeCloseTo(0.93, 2);
  });
});

/** The same queue another way: the long-run share of time with n customers, from n = 0 up. */
function countedState(servers: number, arrivals: number, service: number, leaving: number) {
  // As logarithms: a full queue is more likely than an empty one by more than a number can hold.
  const logs = [0];
  for (let n = 1; n < 4_000; n += 1) {
    const out = Math.min(n, servers) * service + Math.max(0, n - servers) * leaving;
    logs.push((logs.at(-1) ?? 0) + Math.log(arrivals / out));
  }
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const queue = weights.reduce((sum, weight, n) => sum + Math.max(0, n - servers) * weight, 0) / total;
  const busy = weights.slice(servers).reduce((sum, weight) => sum + weight, 0) / total;
  return { waits: busy, leaves: (queue * leaving) / arrivals, meanWait: queue / arrivals };
}

const rate = fc.double({ min: 0.05, max: 3, noNaN: true });

test('Erlang A agrees to more than four digits with counting every state of the queue', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0.1, max: 80, noNaN: true }),
      rate,
      rate,
      (...flow) => {
        const [servers, arrivals, service, leaving] = flow;
        const counted = countedState(servers, arrivals, service, leaving);
        const { waits, leaves, meanWait } = erlangA({ servers, arrivals, service, leaving });
        expect(waits).toBeCloseTo(counted.waits, 5);
        expect(leaves).toBeCloseTo(counted.leaves, 5);
        expect(meanWait).toBeCloseTo(counted.meanWait, 5);
      },
    ),
  );
});

test('with endless patience Erlang A is Erlang C', () => {
  const { waits, leaves } = erlangA({ servers: 10, arrivals: 8, service: 1, leaving: 1e-9 });
  expect(waits).toBeCloseTo(erlangC(10, 8), 6);
  expect(leaves).toBeCloseTo(0, 6);
});
