import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import { enterSends } from '../account/writing.ts';
import { isComposing } from '../keyboard/composing.ts';
import { SUGGESTIONS, SuggestionList, suggestionId } from './suggestion-list.tsx';
import classes from './text-box.module.css';
import { replaceTrigger, type Trigger, triggerAt } from './trigger.ts';
import { type Suggestion, useSuggestions } from './use-suggestions.ts';

export interface TextBoxHandle {
  /** Puts the caret into the box; `insert` goes where the caret stands. */
  focus(insert?: string): void;
}

interface Props {
  summary: ConversationSummary;
  label: string;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
  send: () => void;
  ref: Ref<TextBoxHandle>;
}

/** Keeps the box as tall as its words, up to the style sheet's limit. */
function useHeight(text: string) {
  const area = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew whenever the text changes
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);
  return area;
}

const sendsWith = (event: KeyboardEvent): boolean => {
  if (event.key !== 'Enter' || event.shiftKey || event.altKey) return false;
  return event.ctrlKey || event.metaKey || enterSends();
};

/** The text itself: suggestions at `/` and `#`, Enter sends, and nothing happens while an input method composes. */
export function TextBox({ summary, label, placeholder, text, onText, send, ref }: Props) {
  const area = useHeight(text);
  const [caret, setCaret] = useState(text.length);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const caretNext = useRef<number | null>(null);
  const found = triggerAt(text, caret);
  const trigger = found !== null && found.start !== dismissed ? found : null;
  const suggestions = useSuggestions(summary, trigger);
  const here = Math.min(at, suggestions.length - 1);
  const current = trigger ? suggestions[here] : undefined;

  const write = (next: string, place: number) => {
    caretNext.current = place;
    setCaret(place);
    onText(next);
    area.current?.focus();
  };
  useLayoutEffect(() => {
    if (caretNext.current === null) return;
    area.current?.setSelectionRange(caretNext.current, caretNext.current);
    caretNext.current = null;
  });
  useImperativeHandle(ref, () => ({
    focus: (insert) => {
      const place = area.current?.selectionEnd ?? text.length;
      area.current?.focus();
      if (insert === undefined) return;
      const gap =
        (insert === '/' || insert === '#') && place > 0 && !/\s/.test(text[place - 1] ?? ' ') ? ' ' : '';
      setDismissed(null);
      write(text.slice(0, place) + gap + insert + text.slice(place), place + gap.length + insert.length);
    },
  }));
  const take = (from: Trigger) => async (suggestion: Suggestion) => {
    const by = await suggestion.text();
    const { text: next, caret: place } = replaceTrigger(text, from, by);
    write(next, place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (trigger && suggestions.length > 0 && step !== 0)
      setAt((here + step + suggestions.length) % suggestions.length);
    else if (trigger && current && plain && (event.key === 'Enter' || event.key === 'Tab'))
      void take(trigger)(current);
    else if (trigger && event.key === 'Escape') setDismissed(trigger.start);
    else if (event.key === 'Escape') area.current?.blur();
    else if (sendsWith(event)) send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div>
      {trigger && (
        <SuggestionList
          trigger={trigger}
          suggestions={suggestions}
          at={here}
          point={setAt}
          take={(s) => void take(trigger)(s)}
        />
      )}
      <textarea
        ref={area}
        className={classes.area}
        rows={2}
        dir="auto"
        aria-label={label}
        placeholder={placeholder}
        value={text}
        aria-autocomplete="list"
        aria-controls={trigger ? SUGGESTIONS : undefined}
        aria-activedescendant={current ? suggestionId(current.id) : undefined}
        onChange={(event) => {
          setAt(0);
          setCaret(event.currentTarget.selectionEnd);
          if (dismissed !== null && (event.currentTarget.value[dismissed] ?? '') === '') setDismissed(null);
          onText(event.currentTarget.value);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionEnd)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
