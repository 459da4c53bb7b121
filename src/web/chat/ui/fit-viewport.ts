/**
 * Keeps the chat as high as what is really visible: a phone's keyboard covers the page without resizing it, and the
 * box one writes in must stay above it.
 */
export function fitViewport(element: HTMLElement): () => void {
  const viewport = window.visualViewport;
  if (viewport === null) return () => {};
  const measure = () => {
    const keyboard = window.innerHeight - viewport.height > 120 && viewport.scale < 1.05;
    element.classList.toggle('keyboard-open', keyboard);
    element.style.setProperty('--visible-height', `${viewport.height}px`);
    element.style.setProperty('--visible-top', `${viewport.offsetTop}px`);
  };
  measure();
  viewport.addEventListener('resize', measure);
  viewport.addEventListener('scroll', measure);
  return () => {
    viewport.removeEventListener('resize', measure);
    viewport.removeEventListener('scroll', measure);
  };
}
