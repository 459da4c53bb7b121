/** Whether a key belongs to an input method that is composing (keyCode 229 covers Safari's late flag). */
export const isComposing = (event: { isComposing: boolean; keyCode: number }): boolean =>
  event.isComposing || event.keyCode === 229;

/** Whether the key lands in something that takes text, where a shortcut must never fire. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  return ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** Whether a dialog or menu is open: then its own keys count, not the desk's. */
export const isModalOpen = (): boolean =>
  document.querySelector(
    '[role="dialog"][aria-modal="true"], [role="menu"], [role="listbox"][data-desk-popover]',
  ) !== null;
