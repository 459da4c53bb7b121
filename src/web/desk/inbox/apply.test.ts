import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import { applyChanges, type LoadedPages, rowsOf } from './apply.ts';
import { belongs, compareRows, type View } from './view.ts';

const me = '00000000-0000-4000-8000-00000000000a';
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const instant = (n: number) => new Date(1_790_000_000_000 + n * 1000).toISOString();

const summary = (
  n: number,
  lastSeq: number,
  at: number,
  agent: boolean,
  open: boolean,
): ConversationSummary => ({
  id: idOf(n),
  caseNumber: `OK-${n}`,
  channel: 'chat',
  status: open ? 'open' : 'resolved',
  priority: 'normal',
  topic: null,
  locale: 'zh-CN',
  customer: { id: idOf(n + 500), name: `Customer ${n}` },
  agent: agent ? { id: me, name: 'Li', staffNumber: 'A1001' } : null,
  teamId: null,
  tags: [],
  preview: '',
  previewBy: 'customer',
  lastSeq,
  unread: false,
  waitingSince: null,
  createdAt: instant(0),
  activityAt: instant(at),
  resolvedAt: open ? null : instant(at),
});

const views: View[] = [{ kind: 'mine' }, { kind: 'unassigned' }, { kind: 'all' }, { kind: 'resolved' }];

/** What the server would answer: everything that belongs, in order, cut into pages of five. */
function fetched(view: View, rows: Map<string, ConversationSummary>, pageCount: number): LoadedPages {
  const all = [...rows.values()]
    .filter((row) => belongs(view, row, me))
    .sort((a, b) => compareRows(view, a, b));
  const pages = Array.from({ length: pageCount }, (_, i) => ({
    rows: all.slice(i * 5, i * 5 + 5),
    next: all.length > i * 5 + 5 ? String(i + 1) : null,
  })).filter((page, i) => i === 0 || page.rows.length > 0);
  return { pages, pageParams: pages.map(() => undefined) };
}

const change = fc.record({ n: fc.nat(19), agent: fc.boolean(), open: fc.boolean() });

describe('the conversation list', () => {
  it('after live changes shows what fetching again would show', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...views),
        fc.integer({ min: 1, max: 4 }),
        fc.array(change),
        (view, pageCount, changes) => {
          const rows = new Map(
            Array.from({ length: 12 }, (_, n) => [idOf(n), summary(n, 1, n, n % 2 === 0, n % 3 !== 0)]),
          );
          let loaded = fetched(view, rows, pageCount);
          for (const [i, { n, agent, open }] of changes.entries()) {
            const next = summary(n, (rows.get(idOf(n))?.lastSeq ?? 0) + 1, 100 + i, agent, open);
            rows.set(next.id, next);
            loaded = applyChanges(view, me, loaded, [next]);
          }
          const shown = rowsOf(loaded);
          const truth = rowsOf(fetched(view, rows, 99));
          const complete = loaded.pages.at(-1)?.next === null;
          expect(shown).toEqual(complete ? truth : truth.slice(0, shown.length));
        },
      ),
    );
  });

  it('ignores a summary that is older than the one shown', () => {
    const fresh = summary(1, 5, 5, true, true);
    const loaded: LoadedPages = { pages: [{ rows: [fresh], next: null }], pageParams: [undefined] };
    expect(rowsOf(applyChanges({ kind: 'mine' }, me, loaded, [summary(1, 4, 9, true, false)]))).toEqual([
      fresh,
    ]);
  });
});
