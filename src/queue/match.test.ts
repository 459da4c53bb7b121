import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Locale } from '../contract/locale.ts';
import { hasRoom, isFor } from './fits.ts';
import { candidates, match } from './match.ts';
import { byTurn } from './order.ts';
import { type Agent, type Snapshot, type Waiting, weights } from './snapshot.ts';

const MINUTE = 60_000;
const NOW = 1_800_000_000_000;
const locale = fc.constantFrom<Locale>('zh-CN', 'en');
const team = fc.constantFrom('payments', 'accounts');
const agentId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');

const agent = fc.record<Agent>({
  id: agentId,
  teamIds: fc.uniqueArray(team),
  languages: fc.uniqueArray(locale, { minLength: 1 }),
  skills: fc.subarray(['cards']),
  senior: fc.boolean(),
  capacity: fc.integer({ min: 0, max: 4 }),
  load: fc.integer({ min: 0, max: 10 }).map((halves) => halves / 2),
  idleSince: fc.integer({ min: 0, max: NOW }),
});
const waiting = fc.record<Waiting>({
  id: fc.uuid(),
  channel: fc.constantFrom('chat', 'chat', 'email', 'phone'),
  priority: fc.constantFrom('normal', 'normal', 'P2', 'P1'),
  teamId: fc.option(team),
  language: locale,
  skills: fc.subarray(['cards']),
  needsSenior: fc.boolean(),
  since: fc.integer({ min: NOW - 60 * MINUTE, max: NOW }),
  front: fc.boolean(),
  knownBy: fc.option(agentId),
  knownUntil: fc.integer({ min: NOW - MINUTE, max: NOW + MINUTE }),
  notAgents: fc.uniqueArray(agentId, { maxLength: 2 }),
});
const snapshot = fc.record<Snapshot>({
  now: fc.constant(NOW),
  waiting: fc.uniqueArray(waiting, { selector: ({ id }) => id, maxLength: 12 }),
  agents: fc.uniqueArray(agent, { selector: ({ id }) => id, maxLength: 6 }),
});

/** The same moment after these matches. */
function after(before: Snapshot): Snapshot {
  const given = new Map(match(before).map(({ waitingId, agentId }) => [waitingId, agentId]));
  const more = (id: string) =>
    before.waiting
      .filter((one) => given.get(one.id) === id)
      .reduce((sum, { channel }) => sum + weights[channel], 0);
  return {
    ...before,
    waiting: before.waiting.filter(({ id }) => !given.has(id)),
    agents: before.agents.map((one) => ({ ...one, load: one.load + more(one.id) })),
  };
}

const find = <T extends { id: string }>(all: readonly T[], id: string): T => {
  const found = all.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is not there`);
  return found;
};

test('nobody is given twice, nor to somebody who is not for them, nor one they moved away from', () => {
  fc.assert(
    fc.property(snapshot, (before) => {
      const matches = match(before);
      expect(new Set(matches.map(({ waitingId }) => waitingId)).size).toBe(matches.length);
      for (const { waitingId, agentId } of matches) {
        const one = find(before.waiting, waitingId);
        expect(isFor(find(before.agents, agentId), one)).toBe(true);
        expect(one.notAgents).not.toContain(agentId);
      }
    }),
  );
});

test('no agent is free while somebody waits who may be given to them', () => {
  fc.assert(
    fc.property(snapshot, (before) => {
      const left = after(before);
      for (const one of left.waiting) expect(candidates(left, one)).toEqual([]);
    }),
  );
});

test('nobody carries more than they can, but for an emergency', () => {
  fc.assert(
    fc.property(snapshot, (before) => {
      for (const one of after(before).agents) {
        const had = find(before.agents, one.id).load;
        if (one.load === had) continue;
        expect(one.load).toBeLessThanOrEqual(one.capacity + 2);
        const urgent = match(before).some(
          ({ waitingId, agentId }) => agentId === one.id && find(before.waiting, waitingId).priority === 'P1',
        );
        if (!urgent) expect(one.load).toBeLessThanOrEqual(one.capacity);
      }
    }),
  );
});

test('nobody is passed over for somebody whose turn is later and who needs the same', () => {
  const alike = (a: Waiting, b: Waiting): boolean => {
    const { id: _, since: __, ...need } = a;
    return Object.entries(need).every(([key, value]) => String(b[key as keyof Waiting]) === String(value));
  };
  fc.assert(
    fc.property(snapshot, fc.array(fc.integer({ min: 0, max: 60 })), (before, minutes) => {
      // As many again who need the same and came at other times.
      const twins = before.waiting.map((one, nth) => ({
        ...one,
        id: `${one.id}-twin`,
        since: NOW - (minutes[nth] ?? 0) * MINUTE,
      }));
      const crowd = { ...before, waiting: [...before.waiting, ...twins] };
      const given = new Set(match(crowd).map(({ waitingId }) => waitingId));
      for (const one of crowd.waiting)
        for (const other of crowd.waiting)
          if (alike(one, other) && byTurn(one, other) < 0 && given.has(other.id))
            expect(given.has(one.id)).toBe(true);
    }),
  );
});

test('the one who knows the case gets it if free, and is waited for only while there and only so long', () => {
  fc.assert(
    fc.property(snapshot, waiting, (before, one) => {
      const knower = before.agents.find(({ id }) => id === one.knownBy);
      const asked = candidates(before, one).map(({ id }) => id);
      if (knower === undefined || !isFor(knower, one)) return;
      if (hasRoom(knower, one)) expect(asked).toEqual([knower.id]);
      else if (one.knownUntil > NOW) expect(asked).toEqual([]);
    }),
  );
});

test('whoever waits long enough goes before everybody who comes later, emergencies too', () => {
  fc.assert(
    fc.property(waiting, waiting, (old, recent) => {
      const patient = { ...old, since: NOW - 7 * 60 * MINUTE };
      expect(byTurn(patient, { ...recent, since: NOW })).toBeLessThan(0);
    }),
  );
});

test('every node finds the same order and the same matches', () => {
  fc.assert(
    fc.property(snapshot, (before) => {
      const shuffled = {
        ...before,
        waiting: before.waiting.toReversed(),
        agents: before.agents.toReversed(),
      };
      expect(match(shuffled)).toEqual(match(before));
    }),
  );
});
