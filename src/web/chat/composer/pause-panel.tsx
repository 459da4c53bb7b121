/** @jsxImportSource preact */
import { useRef } from 'preact/hooks';
import { calmer } from '../../shared/courtesy/calmer.ts';
import { ChatIcon } from '../ui/icons.tsx';
import { useWhen } from '../ui/use-when.ts';
import { useWords } from '../words.ts';
import type { Pause } from './use-pause.ts';

interface PausePanelProps {
  pause: Pause;
  text: string;
  /** Puts these words into the box, to be read and sent by the customer. */
  onWords(words: string): void;
  onSend(): void;
  onEdit(): void;
}

/** Suggests a breath and a calmer wording. Nothing was sent yet; Escape goes back to the words. */
export function PausePanel({ pause, text, onWords, onSend, onEdit }: PausePanelProps) {
  const { t } = useWords();
  const use = useRef<HTMLButtonElement>(null);
  useWhen([], () => use.current?.focus());
  const wording = calmer(text, t('pause.opening'));
  const answer = (words: string, then: (words: string) => void) => {
    pause.pass(words);
    then(words);
  };
  const edit = () => {
    pause.end();
    onEdit();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from whatever inside has the focus
    <div
      class="guard-warning calm"
      onKeyDown={(event) => {
        if (event.key === 'Escape') edit();
      }}
    >
      <div role="alert">
        <p class="guard-seen">
          <ChatIcon />
          {t('pause.title')}
        </p>
        <p class="aside">{t('pause.why')}</p>
      </div>
      <p class="guard-preview">
        <span class="visually-hidden">{t('pause.wording')}</span>
        {wording}
      </p>
      <div class="guard-ways">
        <button type="button" class="primary" ref={use} onClick={() => answer(wording, onWords)}>
          {t('pause.use')}
        </button>
        <button type="button" class="plain" onClick={() => answer(text, onSend)}>
          {t('pause.send')}
        </button>
        <button type="button" class="quiet" onClick={edit}>
          {t('guard.edit')}
        </button>
      </div>
    </div>
  );
}
