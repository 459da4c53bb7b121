import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type EventType, eventBodies } from '../../contract/events.ts';
import type { LogRow } from '../log/row.ts';
import { encode, isForAll, maySee } from './audience.ts';

const person = { id: randomUUID(), name: 'Lin', staffNumber: 'A1001' };
const bodies: Record<EventType, object> = {
  'conversation.started': { channel: 'chat', topic: 'payments', locale: 'en', priority: 'P1' },
  'message.posted': { text: 'hello', removed: [] },
  'note.added': { text: 'he sounds angry' },
  'message.redacted': { seq: 2, parts: [{ start: 0, end: 4 }], mark: '[removed]', digest: '00' },
  'note.redacted': { seq: 3, parts: [{ start: 0, end: 4 }], mark: '[removed]', digest: '00' },
  'conversation.assigned': { agent: person, team: { id: randomUUID(), name: 'Fraud' } },
  'conversation.tagged': { added: ['vip'], removed: [] },
  'priority.changed': { priority: 'P1' },
  'answer.offered': {
    article: { id: 'charged-twice', topic: 'payments', locale: 'en', title: 'Charged twice?' },
    sentence: 'It comes back by itself.',
  },
  'answer.judged': { verdict: 'not-it' },
  'conversation.resolved': {},
  'conversation.reopened': {},
};

const rowOf = (type: EventType): LogRow => ({
  conversationId: randomUUID(),
  seq: 7,
  id: randomUUID(),
  type,
  at: '2026-11-22T08:00:00.000Z',
  actor: { kind: 'agent', ...person },
  body: JSON.stringify(bodies[type]),
});

const types = Object.keys(eventBodies) as EventType[];

test.each(types)('%s is sent as one text to both sides only if both may see the same', (type) => {
  const row = rowOf(type);
  const [toStaff, toCustomer] = [encode(row, 'staff'), encode(row, 'customer')];
  expect(toStaff).not.toBeNull();
  expect(isForAll(row)).toBe(toStaff === toCustomer);
  expect(maySee(row, 'customer')).toBe(toCustomer !== null);
});

test('no note, tag, priority or team reaches a customer', () => {
  const seen = types.map((type) => encode(rowOf(type), 'customer')).join('\n');
  for (const secret of ['angry', 'vip', 'P1', 'Fraud']) expect(seen).not.toContain(secret);
});

test('a line whose body was erased says nothing, to nobody', () => {
  const row = { ...rowOf('message.posted'), body: null };
  for (const party of ['staff', 'customer'] as const)
    expect(JSON.parse(encode(row, party) ?? '')).toMatchObject({ body: { text: '' } });
});
