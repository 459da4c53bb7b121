import { useEffect, useRef } from 'react';
import { isComposing, isModalOpen, isTyping } from './composing.ts';

/** What a key does. Keys as in `KeyboardEvent.key`, in lower case; what answers `false` leaves the key to the browser. */
export type Shortcuts = Record<string, ((event: KeyboardEvent) => unknown) | undefined>;

/**
 * Single-key shortcuts of the desk. They never fire while something is being typed or composed, with a modifier
 * (which is the browser's), on a held-down letter, or behind an open dialog.
 */
export function useShortcuts(shortcuts: Shortcuts, enabled = true): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (isTyping(event.target) || isModalOpen()) return;
      const act = latest.current[event.key.toLowerCase()];
      if (act === undefined || act(event) === false) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [enabled]);
}
