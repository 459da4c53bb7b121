import { useLayoutEffect, useRef, useState } from 'react';

/**
 * A text area that is as tall as its words, up to the style sheet's limit, and whose caret is known and can be placed:
 * `write` sets the text and puts the caret at `place` once it is drawn.
 */
export function useArea(text: string, onText: (text: string) => void) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(text.length);
  const caretNext = useRef<number | null>(null);
  const latest = useRef(text);
  useLayoutEffect(() => {
    latest.current = text;
    const element = area.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);
  useLayoutEffect(() => {
    if (caretNext.current === null) return;
    area.current?.setSelectionRange(caretNext.current, caretNext.current);
    caretNext.current = null;
  });
  const write = (next: string, place: number) => {
    caretNext.current = place;
    setCaret(place);
    onText(next);
    area.current?.focus();
  };
  return { area, caret, setCaret, write, latest };
}
