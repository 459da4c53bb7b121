import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import { type ConversationState, hasEarlier } from '../../shared/conversation/state.ts';
import { timeline } from '../../shared/conversation/timeline.ts';
import type { Outbox } from '../../shared/outbox/outbox.ts';
import { useOutboxItems } from '../live/outbox.ts';
import { useMe } from '../session/me.ts';
import { conversations } from './held.ts';
import { LineView } from './line-view.tsx';
import { type Line, linesOf } from './lines.ts';
import classes from './timeline.module.css';
import { useReading } from './use-reading.ts';

/** Nearer to the end than this, in pixels, the timeline stays at its end when something is added. */
const END = 80;
/** A line that was jumped to stays in sight this long while the rest of the log comes in. */
const FOLLOW_AFTER_MS = 2_000;

/**
 * Up to where the staff had read when the conversation was opened; the unread mark stays there for this visit. Null
 * when nothing was unread then: what arrives before one's eyes needs no mark.
 */
function useReadAtOpening(state: ConversationState, lastSeq: number): number | null {
  const [read, setRead] = useState<number | null | undefined>(undefined);
  const loaded = state.events.length > 0;
  useEffect(() => {
    if (!loaded) return;
    const { read: upTo } = state.receipts.staff;
    setRead((known) => (known === undefined ? (upTo < lastSeq ? upTo : null) : known));
  }, [loaded, state, lastSeq]);
  return read ?? null;
}

/** Stays at the end when the box below grows and takes room away. */
function useStickToEnd(scroller: RefObject<HTMLElement | null>, atEnd: boolean, toEnd: () => void): void {
  const latest = useRef({ atEnd, toEnd });
  useEffect(() => {
    latest.current = { atEnd, toEnd };
  });
  useEffect(() => {
    if (scroller.current === null) return;
    let height = scroller.current.clientHeight;
    const observer = new ResizeObserver(([entry]) => {
      const shrank = (entry?.contentRect.height ?? height) < height;
      height = entry?.contentRect.height ?? height;
      if (shrank && latest.current.atEnd) latest.current.toEnd();
    });
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [scroller]);
}

function lastOfOurs(lines: readonly Line[]): string | null {
  const line = lines.findLast(
    (each) =>
      each.kind === 'said' && each.event.type === 'message.posted' && each.event.actor.kind === 'agent',
  );
  return line?.key ?? null;
}

/** Where the line with this seq stands; -1 while it is not loaded. */
const lineOf = (lines: readonly Line[], seq: number): number =>
  lines.findIndex((line) => (line.kind === 'said' || line.kind === 'quiet') && line.event.seq === seq);

interface Props {
  summary: ConversationSummary;
  state: ConversationState;
  outbox: Outbox;
  seq: number | null;
}

/** What was said and done, oldest first, live at its end; earlier pages come in when scrolled to. */
export function Timeline({ summary, state, outbox, seq }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const scroller = useRef<HTMLElement>(null);
  const items = useOutboxItems(outbox, summary.id);
  const readUpTo = useReadAtOpening(state, summary.lastSeq);
  const lines = useMemo(
    () => linesOf(timeline(state, items), me.id, readUpTo),
    [state, items, me.id, readUpTo],
  );
  const [follow, setFollow] = useState(seq === null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'said' ? 72 : 36),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 12,
    anchorTo: 'end',
    followOnAppend: follow,
    scrollEndThreshold: END,
    paddingStart: 12,
    paddingEnd: 12,
  });
  const shown = virtual.getVirtualItems();
  const atEnd = virtual.isAtEnd(END);
  useStickToEnd(scroller, atEnd, () => virtual.scrollToEnd());
  const target = seq === null ? -1 : lineOf(lines, seq);
  const placed = useRef<number | null | undefined>(undefined);
  useLayoutEffect(() => {
    if (lines.length === 0 || placed.current === seq || (seq !== null && target === -1)) return;
    placed.current = seq;
    setTimeout(() => setFollow(true), FOLLOW_AFTER_MS);
    if (target >= 0) virtual.scrollToIndex(target, { align: 'center' });
    else virtual.scrollToEnd();
  }, [lines.length, target, seq, virtual]);
  const first = shown[0]?.index ?? 0;
  useEffect(() => {
    if (lines.length > 0 && first < 5 && hasEarlier(state) && placed.current !== undefined) {
      conversations.loadEarlier(summary.id).catch(() => undefined);
    }
  }, [first, lines.length, state, summary.id]);
  const unseen = useReading(summary.id, state, atEnd);
  const ours = lastOfOurs(lines);
  return (
    <div className={classes.frame}>
      <section
        ref={scroller}
        className={classes.scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t('timeline.title')}
      >
        <ol className={classes.lines} style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, key, start }) => {
            const line = lines[index];
            return (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={classes.item}
                style={{ transform: `translateY(${start}px)` }}
              >
                {line && (
                  <LineView
                    line={line}
                    summary={summary}
                    outbox={outbox}
                    found={index === target}
                    receipts={line.key === ours ? state : null}
                  />
                )}
              </li>
            );
          })}
        </ol>
      </section>
      {!atEnd && lines.length > 0 && (
        <button
          type="button"
          className={classes.jump}
          data-new={unseen > 0 || undefined}
          onClick={() => virtual.scrollToEnd()}
        >
          <ArrowDown size={14} aria-hidden="true" />
          {unseen > 0 ? t('timeline.newMessages', { count: unseen }) : t('timeline.toEnd')}
        </button>
      )}
    </div>
  );
}
