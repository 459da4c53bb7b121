/** Plays a day of a centre in virtual time, through the matching and the estimate that the product runs. */
import { type Estimate, estimate } from '../../src/queue/estimate.ts';
import { isFor } from '../../src/queue/fits.ts';
import { candidates, match } from '../../src/queue/match.ts';
import { byTurn } from '../../src/queue/order.ts';
import { type Range, rangeOf, type Score } from '../../src/queue/range.ts';
import { ratesOf } from '../../src/queue/rates.ts';
import type { Agent, Snapshot, Waiting } from '../../src/queue/snapshot.ts';
import { Chance } from '../../src/server/demo/chance.ts';
import { Agenda } from './agenda.ts';
import { Lately } from './lately.ts';
import {
  ACCEPT_WITHIN,
  busyness,
  durations,
  KNOWN_FOR,
  MISSED,
  needOf,
  type Plan,
  RETURNING,
} from './plan.ts';

/** What became of one customer. Times in milliseconds. */
export interface Case {
  waiting: Waiting;
  /** What was shown on joining the queue; null: nothing, since it did not queue or nothing was known. */
  shown: (Estimate & { range: Range }) | null;
  waited: number | null;
  left: boolean;
  /** Somebody was there who could have taken it, when it came. */
  somebodyThere: boolean;
}

export interface Day {
  cases: Case[];
  /** Time in which an agent was free for somebody who waited, in milliseconds. */
  idleWhileWaiting: number;
}

type Happening =
  | { kind: 'arrives' }
  | { kind: 'works' | 'pauses'; agent: string }
  | { kind: 'accepts' | 'misses'; case: Case; agent: string }
  | { kind: 'ends'; agent: string }
  | { kind: 'loses patience'; case: Case }
  | { kind: 'looks again' };

const MINUTE = 60_000;
/** So many of the latest waits say how wide a range is. */
const SCORES = 400;

export function playDay(plan: Plan, load: number, seed: number): Day {
  return new Play(plan, load, seed).day();
}

class Play {
  readonly #plan: Plan;
  readonly #load: number;
  readonly #chance: Chance;
  readonly #agenda = new Agenda<Happening>();
  readonly #lately: Lately;
  readonly #agents: Map<string, Agent>;
  readonly #working = new Set<string>();
  /** In the order of their turn, so that sorting them again costs nothing. */
  readonly #line: Waiting[] = [];
  readonly #waiting = new Map<string, Case>();
  readonly #day: Day = { cases: [], idleWhileWaiting: 0 };
  readonly #scores: Score[] = [];
  #now: number;
  #served = 0;

  constructor(plan: Plan, load: number, seed: number) {
    this.#plan = plan;
    this.#load = load;
    this.#chance = new Chance(seed);
    this.#now = plan.opens * MINUTE;
    this.#lately = new Lately(this.#now);
    this.#agents = new Map(plan.agents.map((agent) => [agent.id, { ...agent, load: 0, idleSince: 0 }]));
    for (const { id, works } of plan.agents) {
      for (const [from, until] of works) {
        this.#agenda.add(from * MINUTE, { kind: 'works', agent: id });
        this.#agenda.add(until * MINUTE, { kind: 'pauses', agent: id });
      }
    }
    this.#expectNext();
  }

  day(): Day {
    for (let next = this.#agenda.next(); next !== undefined; next = this.#agenda.next()) {
      this.#pass(next.at);
      this.#happen(next.what);
      this.#give();
    }
    return this.#day;
  }

  #pass(at: number): void {
    this.#lately.pass(at, this.#served, this.#waiting.size);
    if (this.#somebodyIdles()) this.#day.idleWhileWaiting += at - this.#now;
    this.#now = at;
  }

  #somebodyIdles(): boolean {
    const snapshot = this.#snapshot();
    if (!snapshot.agents.some(({ load, capacity }) => load < capacity)) return false;
    return snapshot.waiting.some((waiting) => candidates(snapshot, waiting).length > 0);
  }

  #happen(what: Happening): void {
    if (what.kind === 'arrives') this.#arrive();
    else if (what.kind === 'works') this.#working.add(what.agent);
    else if (what.kind === 'pauses') this.#working.delete(what.agent);
    else if (what.kind === 'ends') this.#end(what.agent);
    else if (what.kind === 'accepts') this.#accept(what.case, what.agent);
    else if (what.kind === 'misses') this.#miss(what.case, what.agent);
    else if (what.kind === 'loses patience') this.#leave(what.case);
  }

  /** A Poisson stream whose rate follows the day, by thinning the busiest. */
  #expectNext(): void {
    const { opens, closes, customers } = this.#plan;
    const average = (closes - opens) * MINUTE;
    let sum = 0;
    for (let minute = opens; minute < closes; minute += 5) sum += 5 * busyness(minute);
    const peak = (this.#load * customers * (closes - opens)) / sum / average;
    let at = this.#now;
    do at -= Math.log(1 - this.#chance.next()) / peak;
    while (this.#chance.next() > busyness(at / MINUTE));
    if (at < closes * MINUTE) this.#agenda.add(at, { kind: 'arrives' });
  }

  #arrive(): void {
    this.#expectNext();
    const need = needOf(this.#chance);
    const returning = this.#chance.next() < RETURNING;
    const waiting: Waiting = {
      id: `${this.#day.cases.length}`.padStart(7, '0'),
      channel: 'chat',
      ...need,
      since: this.#now,
      front: false,
      knownBy: returning ? this.#chance.pick(this.#plan.agents).id : null,
      knownUntil: this.#now + KNOWN_FOR * MINUTE,
      notAgents: [],
    };
    const somebodyThere = this.#snapshot().agents.some((agent) => isFor(agent, waiting));
    const arrived: Case = { waiting, shown: null, waited: null, left: false, somebodyThere };
    this.#day.cases.push(arrived);
    this.#join(arrived);
    if (need.priority !== 'normal') this.#lately.count(need.priority === 'P1' ? 'emergencies' : 'priorities');
    if (returning) this.#agenda.add(waiting.knownUntil, { kind: 'looks again' });
    this.#agenda.add(this.#now + this.#time('patience'), { kind: 'loses patience', case: arrived });
    this.#give();
    if (this.#waiting.has(waiting.id)) this.#show(arrived);
  }

  #show(arrived: Case): void {
    const rates = ratesOf(this.#lately.recent);
    const expected = rates === null ? null : estimate(this.#snapshot(), arrived.waiting, rates);
    if (expected === null) return;
    const range = rangeOf(expected, this.#scores.slice(-SCORES));
    arrived.shown = { ...expected, range };
  }

  #give(): void {
    for (const { waitingId, agentId } of match(this.#snapshot())) {
      const given = this.#waiting.get(waitingId);
      if (given === undefined) continue;
      this.#leaveLine(given);
      this.#carry(agentId, 1);
      const missed = this.#chance.next() < MISSED;
      const takes = missed ? ACCEPT_WITHIN * MINUTE : this.#time('accepting');
      this.#agenda.add(this.#now + Math.min(takes, ACCEPT_WITHIN * MINUTE), {
        kind: missed ? 'misses' : 'accepts',
        case: given,
        agent: agentId,
      });
    }
  }

  #accept(given: Case, agent: string): void {
    if (given.left) {
      this.#carry(agent, -1);
      return;
    }
    given.waited = this.#now - given.waiting.since;
    if (given.shown !== null) this.#scores.push({ ...given.shown, waited: given.waited });
    this.#served += 1;
    this.#lately.count('taken');
    this.#agenda.add(this.#now + this.#time('service'), { kind: 'ends', agent });
  }

  #miss(given: Case, agent: string): void {
    this.#carry(agent, -1);
    if (given.left) return;
    const { waiting } = given;
    given.waiting = { ...waiting, front: true, knownBy: null, notAgents: [...waiting.notAgents, agent] };
    this.#join(given);
  }

  #end(agent: string): void {
    this.#served -= 1;
    this.#lately.count('completed');
    this.#carry(agent, -1);
  }

  #leave(customer: Case): void {
    if (customer.waited !== null) return;
    customer.left = true;
    customer.waited = this.#now - customer.waiting.since;
    this.#leaveLine(customer);
    const { shown, waited } = customer;
    // As the product scores it: who left before the range was over says nothing about it.
    if (shown !== null && waited > shown.range.to * MINUTE) this.#scores.push({ ...shown, waited });
    this.#lately.count('left');
  }

  #join(one: Case): void {
    const { waiting } = one;
    const place = this.#line.findLastIndex((other) => byTurn(other, waiting) < 0) + 1;
    this.#line.splice(place, 0, waiting);
    this.#waiting.set(waiting.id, one);
  }

  #leaveLine({ waiting }: Case): void {
    const place = this.#line.indexOf(waiting);
    if (place >= 0) this.#line.splice(place, 1);
    this.#waiting.delete(waiting.id);
  }

  #carry(id: string, more: number): void {
    const agent = this.#agents.get(id);
    if (agent === undefined) return;
    this.#agents.set(id, { ...agent, load: agent.load + more, idleSince: this.#now });
  }

  #snapshot(): Snapshot {
    return {
      now: this.#now,
      waiting: this.#line,
      agents: [...this.#agents.values()].filter(({ id }) => this.#working.has(id)),
    };
  }

  /** Log-normal: most take less than the mean, a few much more. */
  #time(what: keyof typeof durations): number {
    const { mean, spread } = durations[what];
    const sigma = Math.sqrt(Math.log(1 + spread ** 2));
    const bell =
      Math.sqrt(-2 * Math.log(1 - this.#chance.next())) * Math.cos(2 * Math.PI * this.#chance.next());
    return MINUTE * mean * Math.exp(sigma * bell - sigma ** 2 / 2);
  }
}
