import { useRef, useState } from 'preact/hooks';
import { useWhen } from './use-when.ts';

/** Something a button opens above the page. Its first button or link gets the focus; Escape gives it back. */
export function usePopup() {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  /** What can be chosen, without the button that opens. */
  const choices = () => [
    ...(place.current?.querySelectorAll<HTMLElement>(':scope > div :is(a, button)') ?? []),
  ];

  useWhen([open], () => {
    if (!open) return;
    choices()[0]?.focus();
    const elsewhere = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
    };
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    place.current?.querySelector('button')?.focus();
  };
  return { open, place, choices, onKeyDown, toggle: () => setOpen(!open), close: () => setOpen(false) };
}
