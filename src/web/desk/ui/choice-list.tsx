import { TextInput } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { isComposing } from '../keyboard/composing.ts';
import classes from './choice-list.module.css';

interface Props<T> {
  label: string;
  text: string;
  onText: (text: string) => void;
  choices: readonly T[];
  draw: (choice: T) => ReactNode;
  choose: (choice: T) => void;
  empty: string;
}

/** A filtered list to choose one from: letters filter, arrows move, Enter takes. */
export function ChoiceList<T extends { id: string }>({
  label,
  text,
  onText,
  choices,
  draw,
  choose,
  empty,
}: Props<T>) {
  const [at, setAt] = useState(0);
  const list = useId();
  const here = Math.min(at, choices.length - 1);
  const current = choices[here];
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((here + step + choices.length) % Math.max(1, choices.length));
    else if (event.key === 'Enter' && current !== undefined) choose(current);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        data-autofocus
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => {
          onText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={current ? `${list}-${current.id}` : undefined}
      />
      <div id={list} role="listbox" aria-label={label} className={classes.list}>
        {choices.map((choice, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are taken by the input that owns this list
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input (aria-activedescendant)
          <div
            key={choice.id}
            id={`${list}-${choice.id}`}
            role="option"
            aria-selected={i === here}
            className={classes.choice}
            ref={i === here ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
            onClick={() => choose(choice)}
            onPointerMove={() => setAt(i)}
          >
            {draw(choice)}
          </div>
        ))}
      </div>
      {choices.length === 0 && <p className={classes.empty}>{empty}</p>}
    </>
  );
}
