/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { MenuIcon } from './icons.tsx';
import { usePopup } from './use-popup.ts';

interface MenuProps {
  label: string;
  children: ComponentChildren;
}

/** A button that opens a short list of links and buttons; closed by choosing, Escape, or going elsewhere. */
export function Menu({ label, children }: MenuProps) {
  const { open, place, onKeyDown, toggle, close } = usePopup();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from whatever inside has the focus
    <div class="menu" ref={place} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="round"
        aria-label={label}
        title={label}
        aria-expanded={open}
        onClick={toggle}
      >
        <MenuIcon />
      </button>
      {open ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: closes after whatever inside was chosen
        // biome-ignore lint/a11y/useKeyWithClickEvents: a key on what is inside makes a click
        <div class="menu-list" onClick={close}>
          {children}
        </div>
      ) : null}
    </div>
  );
}
