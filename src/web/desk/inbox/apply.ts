import type { ConversationSummary, InboxPage } from '../../../contract/conversations.ts';
import { belongs, compareRows, type View } from './view.ts';

/** The pages of a view that were fetched so far, as TanStack Query keeps them. */
export interface LoadedPages {
  pages: InboxPage[];
  pageParams: unknown[];
}

/** All fetched rows in order, each once: a row that moved up while pages were being fetched may have come twice. */
export function rowsOf(loaded: LoadedPages | undefined): ConversationSummary[] {
  const seen = new Set<string>();
  const rows: ConversationSummary[] = [];
  for (const page of loaded?.pages ?? []) {
    for (const row of page.rows) {
      if (seen.has(row.id)) continue;
      seen.add(row.id);
      rows.push(row);
    }
  }
  return rows;
}

const older = (known: ConversationSummary | undefined, change: ConversationSummary): boolean =>
  known !== undefined && known.lastSeq > change.lastSeq;

function place(view: View, loaded: LoadedPages, row: ConversationSummary): InboxPage[] {
  const pages = loaded.pages.slice();
  for (const [index, page] of pages.entries()) {
    const at = page.rows.findIndex((other) => compareRows(view, row, other) < 0);
    const isLastPage = index === pages.length - 1;
    if (at === -1 && !(isLastPage && page.next === null)) continue;
    const rows = page.rows.slice();
    rows.splice(at === -1 ? rows.length : at, 0, row);
    pages[index] = { ...page, rows };
    return pages;
  }
  // Below everything that was fetched: it comes with its own page.
  return pages;
}

function applyOne(view: View, me: string, loaded: LoadedPages, change: ConversationSummary): LoadedPages {
  let known: ConversationSummary | undefined;
  const without = loaded.pages.map((page) => {
    const found = page.rows.find((row) => row.id === change.id);
    if (found === undefined) return page;
    known = found;
    return { ...page, rows: page.rows.filter((row) => row.id !== change.id) };
  });
  if (older(known, change)) return loaded;
  const rest = { ...loaded, pages: without };
  return belongs(view, change, me) ? { ...rest, pages: place(view, rest, change) } : rest;
}

/**
 * The list after live changes: what the server would answer if the same pages were fetched again. An older
 * summary than the one on the screen is ignored, so frames and answers may arrive in any order.
 */
export function applyChanges(
  view: View,
  me: string,
  loaded: LoadedPages,
  changes: readonly ConversationSummary[],
): LoadedPages {
  return changes.reduce((now, change) => applyOne(view, me, now, change), loaded);
}
