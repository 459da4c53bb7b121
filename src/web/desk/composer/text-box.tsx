import { type KeyboardEvent, type Ref, useImperativeHandle } from 'react';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import { enterSends } from '../account/writing.ts';
import { isComposing } from '../keyboard/composing.ts';
import { SUGGESTIONS, SuggestionList, suggestionId } from './suggestion-list.tsx';
import classes from './text-box.module.css';
import { useArea } from './use-area.ts';
import { useSuggesting } from './use-suggesting.ts';

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

const sendsWith = (event: KeyboardEvent): boolean => {
  if (event.key !== 'Enter' || event.shiftKey || event.altKey) return false;
  return event.ctrlKey || event.metaKey || enterSends();
};

/** A sign that asks for suggestions works only at the beginning or after a blank. */
const gapBefore = (text: string, place: number, insert: string): string =>
  /^[/#]$/.test(insert) && place > 0 && !/\s/.test(text[place - 1] ?? ' ') ? ' ' : '';

/** The text itself: suggestions at `/` and `#`, Enter sends, and nothing happens while an input method composes. */
export function TextBox({ summary, label, placeholder, text, onText, send, ref }: Props) {
  const { area, caret, setCaret, write, latest } = useArea(text, onText);
  const suggesting = useSuggesting({ summary, text, caret, latest, write });
  const { trigger, suggestions, here, current } = suggesting;
  useImperativeHandle(ref, () => ({
    focus: (insert) => {
      const place = area.current?.selectionEnd ?? text.length;
      area.current?.focus();
      if (insert === undefined) return;
      const added = gapBefore(text, place, insert) + insert;
      suggesting.ask();
      write(text.slice(0, place) + added + text.slice(place), place + added.length);
    },
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (!suggesting.onKey(event)) {
      if (event.key === 'Escape') area.current?.blur();
      else if (sendsWith(event)) send();
      else return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      {trigger && (
        <SuggestionList
          {...{ trigger, suggestions }}
          at={here}
          point={suggesting.setAt}
          take={(each) => void suggesting.take(each)}
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
        onChange={({ currentTarget: { value, selectionEnd } }) => {
          setCaret(selectionEnd);
          suggesting.typed(value);
          onText(value);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionEnd)}
        onKeyDown={onKeyDown}
      />
    </>
  );
}
