/**
 * The steady state of a queue with Poisson arrivals and exponential service, as telephone engineers write it.
 * `servers` are people who serve one at a time; `load` is arrivals x mean service time, in Erlang; rates share any one
 * unit of time.
 *
 * Sources: A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in automatic
 * telephone exchanges" (1917) for B and C; C. Palm (1946), in the form of A. Mandelbaum and S. Zeltyn, "Service
 * engineering in action: the Palm/Erlang-A queue" (2007), for A.
 */

/** Erlang B: the share of arrivals that find every server busy where nobody waits. */
export function erlangB(servers: number, load: number): number {
  let blocked = 1;
  for (let n = 1; n <= servers; n += 1) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

/** Erlang C: the share of arrivals that have to wait where nobody leaves; 1 when the work is more than can be done. */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1;
  const blocked = erlangB(servers, load);
  return blocked / (1 - (load / servers) * (1 - blocked));
}

/** The terms of a series that are worth adding: beyond them nothing changes in the sixteen digits of a number. */
const NEGLIGIBLE = 1e-17;

/** Palm's function: 1 + y/(x+1) + y²/((x+1)(x+2)) + ... */
function palm(x: number, y: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * NEGLIGIBLE; k += 1) {
    term *= y / (x + k);
    sum += term;
  }
  return sum;
}

interface Flow {
  servers: number;
  /** Arrivals per unit of time. */
  arrivals: number;
  /** Customers a server completes per unit of time. */
  service: number;
  /** Customers who leave per unit of time and waiting customer: 1 / mean patience. */
  leaving: number;
}

interface SteadyState {
  /** Share of customers who have to wait. */
  waits: number;
  /** Share of customers who leave before their turn. */
  leaves: number;
  /** Mean wait of all, whether they are served or leave. */
  meanWait: number;
}

/** Erlang A: what becomes of customers who leave when it takes too long. */
export function erlangA({ servers, arrivals, service, leaving }: Flow): SteadyState {
  const capacity = servers * service;
  const growth = palm(capacity / leaving, arrivals / leaving);
  const blocked = erlangB(servers, arrivals / service);
  // With many who are very patient the sum is beyond any number, and everybody waits.
  const waits = blocked / (1 / growth + (1 - 1 / growth) * blocked);
  const use = arrivals / capacity;
  const leaves = waits * (1 / (use * growth) + 1 - 1 / use);
  return { waits, leaves, meanWait: leaves / leaving };
}
