import { useCallback, useEffect, useRef } from 'react';
import { connection } from '../live/connection.ts';

/** Said again at most this often while the keys are going, and taken back after this long without any. */
const REPEAT_MS = 3_000;
const QUIET_MS = 5_000;

/** Lets the other side know that an answer is being written. Answers what to call on each keystroke, and when it was sent. */
export function useTyping(c: string): { typed: () => void; stopped: () => void } {
  const saidAt = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stopped = useCallback(() => {
    clearTimeout(timer.current);
    if (saidAt.current === 0) return;
    saidAt.current = 0;
    connection.send({ t: 'typing', c, on: false });
  }, [c]);
  const typed = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(stopped, QUIET_MS);
    if (Date.now() - saidAt.current < REPEAT_MS) return;
    saidAt.current = Date.now();
    connection.send({ t: 'typing', c, on: true });
  }, [c, stopped]);
  useEffect(() => stopped, [stopped]);
  return { typed, stopped };
}
