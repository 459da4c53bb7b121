import { FULL_SCREEN } from './style.ts';

/**
 * While the panel fills the screen of a phone it stands exactly in what the keyboard leaves of it, and the page behind
 * does not scroll. Answers what ends that.
 */
export function fillScreen(box: HTMLElement): () => void {
  const query = matchMedia(FULL_SCREEN);
  const view = window.visualViewport;
  const root = document.documentElement.style;
  const overflow = root.overflow;
  const place = () => {
    root.overflow = query.matches ? 'hidden' : overflow;
    box.ariaModal = query.matches ? 'true' : 'false';
    box.style.top = query.matches && view !== null ? `${view.offsetTop}px` : '';
    box.style.height = query.matches && view !== null ? `${view.height}px` : '';
  };
  const targets = [query, view].filter((target) => target !== null);
  const kinds = ['change', 'resize', 'scroll'];
  for (const target of targets) for (const kind of kinds) target.addEventListener(kind, place);
  place();
  return () => {
    for (const target of targets) for (const kind of kinds) target.removeEventListener(kind, place);
    root.overflow = overflow;
  };
}
