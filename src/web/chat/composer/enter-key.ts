/** What is needed of a keyboard event; `keyCode` 229 is how old browsers mark a key that an input method takes. */
type Key = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode'
>;

/**
 * Whether this key sends. Never while an input method composes: there Enter chooses a word. On a touch keyboard
 * Enter is the only way to a new line, so there the button sends.
 */
export function isSendKey(event: Key, touch: boolean): boolean {
  if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return false;
  if (event.ctrlKey || event.metaKey) return true;
  return !touch && !event.shiftKey && !event.altKey;
}
