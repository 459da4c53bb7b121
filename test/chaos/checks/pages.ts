import type { Sql } from 'postgres';
import type { EventsPage } from '../../../src/contract/conversations.ts';
import type { Event } from '../../../src/contract/events.ts';
import { heldUpTo, shownEvents } from '../../../src/web/shared/conversation/state.ts';
import type { Browser } from '../browser.ts';
import type { Page } from '../page.ts';
import type { Witness } from '../witness.ts';

interface Head {
  id: string;
  last_seq: number;
}

/** What some page still lacks, in words; empty when every page holds all there is and nothing waits to be sent. */
export async function behind(sql: Sql, pages: Page[]): Promise<string[]> {
  const heads = new Map(
    (await sql<Head[]>`select id, last_seq from conversations`).map(({ id, last_seq }) => [id, last_seq]),
  );
  return pages.flatMap((page) =>
    page.conversations.flatMap((c) => {
      const held = heldUpTo(page.state(c));
      const [pending, end] = [page.pending(c), heads.get(c) ?? 0];
      const from = shownEvents(page.state(c))[0]?.seq ?? 0;
      if (pending === 0 && held === end && from === 1) return [];
      return [
        `${page.name} ${c} (${page.connection.status.phase}): ${from}..${held} of ${end}, ${pending} unsent`,
      ];
    }),
  );
}

/** Pages whose ticks (delivered, read) are not those on disk, or on disk not at the end although all is read. */
export async function receiptsBehind(sql: Sql, pages: Page[]): Promise<string[]> {
  const rows = await sql<
    { c: string; party: 'customer' | 'staff'; delivered: number; read: number; last_seq: number }[]
  >`
    select conversation_id as c, party, delivered, read, last_seq from receipts join conversations on id = conversation_id`;
  const late = rows
    .filter(({ read, last_seq }) => read !== last_seq)
    .map(({ c, party, read, last_seq }) => `${c}: ${party} read ${read} of ${last_seq}`);
  const stale = pages.flatMap((page) =>
    rows.flatMap(({ c, party, delivered, read }) => {
      if (!page.conversations.includes(c)) return [];
      const shown = page.state(c).receipts[party];
      const same = shown.delivered === delivered && shown.read === read;
      return same
        ? []
        : [`${page.name} ${c} shows ${party} ${shown.delivered}/${shown.read}, kept ${delivered}/${read}`];
    }),
  );
  return [...late, ...stale];
}

async function refetch(browser: Browser, c: string): Promise<Event[]> {
  const events: Event[] = [];
  for (let after = 0; ; ) {
    const page = await browser.insist<EventsPage>(
      'GET',
      `/api/${browser.side}/conversations/${c}/events?after=${after}&limit=500`,
    );
    events.push(...page.events);
    after = page.upTo;
    if (!page.more) return events;
  }
}

/** Everything a page shows, against fetching it anew: the same lines with the same content in the same order. */
export async function comparePages(pages: Page[], witness: Witness): Promise<void> {
  const fetched = new Map<string, string>();
  for (const page of pages) {
    for (const c of page.conversations) {
      const key = `${page.browser.side} ${c}`;
      if (!fetched.has(key)) fetched.set(key, JSON.stringify(await refetch(page.browser, c)));
      const shown = JSON.stringify(shownEvents(page.state(c)));
      if (shown !== fetched.get(key))
        witness.violate('clients_differ', `${page.name} shows another ${c} than a refetch`);
    }
  }
}
