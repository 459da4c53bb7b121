/** @jsxImportSource preact */
import type { RefObject } from 'preact';
import { useWhen, useWhenUnseen } from '../ui/use-when.ts';
import { useWords } from '../words.ts';
import { isSendKey } from './enter-key.ts';
import { pastedFiles } from './use-files.ts';

export const isTouch = (): boolean => matchMedia('(pointer: coarse)').matches;

interface BoxProps {
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  placeholder: string;
  onText(text: string): void;
  onSend(): void;
  onFiles(files: File[]): void;
}

/** The box one writes in: as high as its text, within limits set by the style sheet. */
export function Box({ box, text, placeholder, onText, onSend, onFiles }: BoxProps) {
  const { t } = useWords();
  useWhenUnseen([text], () => {
    const area = box.current;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  });
  useWhen([], () => {
    if (!isTouch()) box.current?.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isSendKey(event, isTouch())) return;
    event.preventDefault();
    onSend();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = pastedFiles(event);
    if (pasted.length === 0) return;
    event.preventDefault();
    onFiles(pasted);
  };
  return (
    <textarea
      ref={box}
      rows={1}
      aria-label={t('write.label')}
      placeholder={placeholder}
      value={text}
      onInput={({ currentTarget }) => onText(currentTarget.value)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  );
}
