import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { SHOWN_EVENT } from '../../shared/launcher/frames.ts';
import { useWhen, useWhenUnseen } from '../ui/use-when.ts';

/** Within this distance of the end, the reader counts as reading the end. */
const NEAR_PX = 80;

interface Reading {
  readonly box: RefObject<HTMLDivElement | null>;
  /** Whether the end of the log is on the screen. */
  readonly atEnd: boolean;
  toEnd(smooth?: boolean): void;
}

/** The first message drawn, and how far it is from the log's top: what a reader's place is measured against. */
function firstMessage(log: HTMLElement | null): { key: string; top: number } | null {
  const element = log?.querySelector<HTMLElement>('[data-message]');
  return element ? { key: element.dataset.message ?? '', top: element.offsetTop } : null;
}

const topOf = (log: HTMLElement, key: string): number | undefined =>
  log.querySelector<HTMLElement>(`[data-message="${CSS.escape(key)}"]`)?.offsetTop;

/**
 * Keeps the end of a growing log on the screen while the reader is there, and the reader's place when they are not:
 * also when earlier messages come in above, a picture loads, or the keyboard opens.
 */
export function useReading(grown: unknown): Reading {
  const box = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const place = useRef({ atEnd: true, height: 0, window: 0, first: firstMessage(null) });

  const look = () => {
    const { scrollTop = 0, clientHeight = 0, scrollHeight = 0 } = box.current ?? {};
    const resized = scrollHeight !== place.current.height || clientHeight !== place.current.window;
    place.current.height = scrollHeight;
    place.current.window = clientHeight;
    // What grew or shrank around somebody reading the end did not move them away from it.
    if (resized && place.current.atEnd) toEnd();
    else place.current.atEnd = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    setAtEnd(place.current.atEnd);
  };
  const toEnd = (smooth = false) => {
    const behavior = smooth && !matchMedia('(prefers-reduced-motion: reduce)').matches ? 'smooth' : 'instant';
    box.current?.scrollTo({ top: box.current.scrollHeight, behavior });
  };

  useWhenUnseen([grown], () => {
    const log = box.current;
    if (log === null) return;
    const { atEnd: wasAtEnd, first } = place.current;
    if (wasAtEnd) toEnd();
    else if (first !== null) log.scrollTop += (topOf(log, first.key) ?? first.top) - first.top;
    place.current.first = firstMessage(log);
  });

  useWhen([], () => {
    const log = box.current;
    if (log === null) return;
    const follow = new ResizeObserver(look);
    follow.observe(log);
    for (const child of log.children) follow.observe(child);
    log.addEventListener('scroll', look, { passive: true });
    return () => {
      follow.disconnect();
      log.removeEventListener('scroll', look);
    };
  });

  return { box, atEnd, toEnd };
}

/** A frame is on the screen until the page around it says otherwise, however often the chat in it is drawn anew. */
let shown = true;
addEventListener(SHOWN_EVENT, (event) => {
  shown = (event as CustomEvent<boolean>).detail;
});
const canBeSeen = () => shown && document.visibilityState === 'visible';

/** Whether somebody can be looking at this page. */
export function useVisible(): boolean {
  const [visible, setVisible] = useState(canBeSeen);
  useWhen([], () => {
    const changed = () => setVisible(canBeSeen());
    document.addEventListener('visibilitychange', changed);
    addEventListener(SHOWN_EVENT, changed);
    return () => {
      document.removeEventListener('visibilitychange', changed);
      removeEventListener(SHOWN_EVENT, changed);
    };
  });
  return visible;
}
