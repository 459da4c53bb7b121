/** @jsxImportSource preact */
import { useRef } from 'preact/hooks';
import { useWhen } from '../ui/use-when.ts';
import { useWords } from '../words.ts';

/** Asks before the conversation ends; the browser keeps the focus inside, and gives it back. */
export function EndDialog({ onEnd, onKeep }: { onEnd(): void; onKeep(): void }) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useWhen([], () => dialog.current?.showModal());
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="end-title" onClose={onKeep}>
      <h2 id="end-title">{t('talk.endTitle')}</h2>
      <p>{t('talk.endText')}</p>
      <div class="dialog-actions">
        <button type="button" class="plain" onClick={() => dialog.current?.close()}>
          {t('talk.endKeep')}
        </button>
        <button type="button" class="primary" onClick={onEnd}>
          {t('talk.end')}
        </button>
      </div>
    </dialog>
  );
}
