import { type KeyboardEvent, type RefObject, useState } from 'react';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import { replaceTrigger, triggerAt } from './trigger.ts';
import { type Suggestion, useSuggestions } from './use-suggestions.ts';

interface Writing {
  summary: ConversationSummary;
  text: string;
  caret: number;
  /** The text as it is when a suggestion's words have come. */
  latest: RefObject<string>;
  write: (text: string, caret: number) => void;
}

const stepOf = ({ key }: KeyboardEvent): number => (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0);

/** The suggestions at the caret, and the keys that move through, take and dismiss them. */
export function useSuggesting({ summary, text, caret, latest, write }: Writing) {
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const found = triggerAt(text, caret);
  const trigger = found !== null && found.start !== dismissed ? found : null;
  const suggestions = useSuggestions(summary, trigger);
  const here = Math.max(0, Math.min(at, suggestions.length - 1));
  const current = trigger ? suggestions[here] : undefined;

  const take = async (suggestion: Suggestion) => {
    if (trigger === null) return;
    const by = await suggestion.text();
    const replaced = replaceTrigger(latest.current, trigger, by);
    write(replaced.text, replaced.caret);
  };
  /** Whether the key was for the suggestions. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (trigger === null) return false;
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (event.key === 'Escape') setDismissed(trigger.start);
    else if (current === undefined) return false;
    else if (stepOf(event) !== 0) setAt((here + stepOf(event) + suggestions.length) % suggestions.length);
    else if (plain && (event.key === 'Enter' || event.key === 'Tab')) void take(current);
    else return false;
    return true;
  };
  /** To be called with the new text on every change: a dismissed sign that is gone may ask again. */
  const typed = (next: string) => {
    setAt(0);
    if (dismissed !== null && next.length <= dismissed) setDismissed(null);
  };
  return { trigger, suggestions, here, current, setAt, take, onKey, typed, ask: () => setDismissed(null) };
}
