import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type ConversationState, hasEarlier } from '../../shared/conversation/state.ts';
import { conversations } from './held.ts';
import type { Line } from './lines.ts';

/** Nearer to the end than this, in pixels, the timeline stays at its end when something is added. */
const END = 80;
/** A line that was jumped to stays in sight this long while the rest of the log comes in. */
const FOLLOW_AFTER_MS = 2_000;
/** Lines from the top at which the page before is fetched. */
const AHEAD = 5;

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

/** Where the line with this seq stands; -1 while it is not loaded. */
const lineOf = (lines: readonly Line[], seq: number): number =>
  lines.findIndex((line) => (line.kind === 'said' || line.kind === 'quiet') && line.event.seq === seq);

/** Draws only the lines in sight; keeps its place when earlier ones come in and follows at the end. */
function useVirtualLines(scroller: RefObject<HTMLElement | null>, lines: readonly Line[], follow: boolean) {
  return useVirtualizer({
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
}

/**
 * Where the timeline stands: at its end when opened, or at the line `seq`; earlier pages are fetched as the top comes
 * near. `target` is the index of that line, -1 for none.
 */
export function useTimelineScroll(lines: readonly Line[], state: ConversationState, seq: number | null) {
  const scroller = useRef<HTMLElement>(null);
  const [follow, setFollow] = useState(seq === null);
  const virtual = useVirtualLines(scroller, lines, follow);
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
  const first = virtual.getVirtualItems()[0]?.index ?? 0;
  useEffect(() => {
    if (lines.length === 0 || first >= AHEAD || !hasEarlier(state) || placed.current === undefined) return;
    conversations.loadEarlier(state.c).catch(() => undefined);
  }, [first, lines.length, state]);
  return { scroller, virtual, atEnd, target };
}
