import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import { SkeletonRows } from '../ui/state.tsx';
import { Row } from './row.tsx';
import classes from './rows.module.css';

const ROW = 64;
/** Rows from the end at which the next page is fetched, so that scrolling does not wait for it. */
const AHEAD = 15;

interface Props {
  rows: readonly ConversationSummary[];
  openId: string | null;
  view: string;
  more: boolean;
  loadMore: () => void;
}

/** Rows of any number: only those in sight are in the page. */
export function Rows({ rows, openId, view, more, loadMore }: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length + (more ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.id ?? 'more',
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= rows.length - AHEAD) loadMore();
  }, [more, last, rows.length, loadMore]);
  const openAt = rows.findIndex((row) => row.id === openId);
  // Follows the opened conversation only when it was opened, not when the list moves under it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (openAt >= 0) virtual.scrollToIndex(openAt, { align: 'auto' });
  }, [openId]);
  return (
    <div ref={scroller} className={classes.scroller}>
      <ul className={classes.rows} style={{ height: virtual.getTotalSize() }} aria-label={t('inbox.list')}>
        {items.map(({ index, key, start }) => {
          const row = rows[index];
          return (
            <li
              key={key}
              className={classes.row}
              style={{ height: ROW, transform: `translateY(${start}px)` }}
              aria-setsize={more ? -1 : rows.length}
              aria-posinset={index + 1}
            >
              {row ? (
                <Row row={row} open={row.id === openId} view={view} />
              ) : (
                <SkeletonRows count={1} height={ROW} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
