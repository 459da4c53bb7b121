import { describe, expect, it } from 'vitest';
import type { Event } from '../../../contract/events.ts';
import type { TimelineEntry } from '../../shared/conversation/timeline.ts';
import { layOut } from './lay-out.ts';

const me = { kind: 'customer', id: 'me' } as const;
const chen = { kind: 'agent', id: 'chen', name: 'Chen', staffNumber: '1001' } as const;
const at = (day: number, minute: number) => new Date(2026, 10, day, 12, minute).toISOString();

function said(seq: number, actor: Event['actor'], when: string): TimelineEntry {
  const event: Event = {
    type: 'message.posted',
    seq,
    id: `id ${seq}`,
    at: when,
    actor,
    body: { text: `text ${seq}` },
  };
  return { kind: 'event', key: event.id, event };
}
const shape = (entries: TimelineEntry[], unreadAfter: number | null = null) =>
  layOut(entries, unreadAfter).map((row) =>
    row.kind === 'message'
      ? `${row.mine ? 'me' : 'they'}${row.first ? ' first' : ''}${row.last ? ' last' : ''}`
      : row.kind,
  );

describe('layOut', () => {
  it('groups by author and nearness, and separates days', () => {
    expect(
      shape([
        said(1, me, at(1, 0)),
        said(2, me, at(1, 1)),
        said(3, chen, at(1, 2)),
        said(4, chen, at(1, 30)),
        said(5, chen, at(2, 0)),
      ]),
    ).toEqual(['day', 'me first', 'me last', 'they first last', 'they first last', 'day', 'they first last']);
  });

  it('marks the first unread message of the other side, once', () => {
    const entries = [
      said(1, chen, at(1, 0)),
      said(2, me, at(1, 1)),
      said(3, chen, at(1, 2)),
      said(4, chen, at(1, 3)),
    ];
    expect(shape(entries, 1)).toEqual([
      'day',
      'they first last',
      'me first last',
      'unread',
      'they first',
      'they last',
    ]);
    expect(shape(entries, 4)).not.toContain('unread');
    expect(shape(entries)).not.toContain('unread');
  });
});
