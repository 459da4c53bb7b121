import { fetchInbox, type InboxContent } from '../inbox.ts';
import type { Writer } from '../people.ts';

/** The list without its order, which ties may turn: id and row of each. */
const rowsById = ({ rows }: Pick<InboxContent, 'rows'>): Map<string, string> =>
  new Map(rows.map((row) => [row.id, JSON.stringify(row)]));

/** Desks whose list or counters are not what the server would answer now. */
export async function inboxesBehind(agents: Writer[]): Promise<string[]> {
  const found = await Promise.all(
    agents.map(async ({ name, browser, page }) => {
      const meant = await fetchInbox(browser);
      const shown = page.inbox?.content ?? { rows: [], counters: null };
      const [is, should] = [rowsById(shown), rowsById(meant)];
      const ids = [...new Set([...is.keys(), ...should.keys()])].filter(
        (id) => is.get(id) !== should.get(id),
      );
      const rows = ids.map((id) => `${name} shows ${is.get(id)} instead of ${should.get(id)}`);
      const same = JSON.stringify(shown.counters) === JSON.stringify(meant.counters);
      return same
        ? rows
        : [
            ...rows,
            `${name} counts ${JSON.stringify(shown.counters)} instead of ${JSON.stringify(meant.counters)}`,
          ];
    }),
  );
  return found.flat();
}
