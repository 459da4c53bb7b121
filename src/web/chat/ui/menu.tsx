/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { MenuIcon } from './icons.tsx';
import { useWhen } from './use-when.ts';

interface MenuProps {
  label: string;
  children: ComponentChildren;
}

/** A button that opens a short list of links and buttons; closed by choosing, Escape, or going elsewhere. */
export function Menu({ label, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useWhen([open], () => {
    if (!open) return;
    place.current?.querySelector<HTMLElement>('.menu-list a, .menu-list button')?.focus();
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
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from whatever inside has the focus
    <div class="menu" ref={place} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        class="round"
        aria-label={label}
        title={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <MenuIcon />
      </button>
      {open ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: closes after whatever inside was chosen
        // biome-ignore lint/a11y/useKeyWithClickEvents: a key on what is inside makes a click
        <div class="menu-list" onClick={() => setOpen(false)}>
          {children}
        </div>
      ) : null}
    </div>
  );
}
