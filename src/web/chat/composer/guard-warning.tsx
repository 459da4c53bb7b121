/** @jsxImportSource preact */
import { useRef } from 'preact/hooks';
import type { MistakableKind } from '../../../contract/secrets.ts';
import type { Seen } from '../../shared/guard/examine.ts';
import { ShieldIcon } from '../ui/icons.tsx';
import { useWhen } from '../ui/use-when.ts';
import { useWords } from '../words.ts';

interface GuardWarningProps {
  seen: Seen;
  /** Sends this text; `notSecret` are the kinds that the customer says are none. */
  onSend(text: string, notSecret: readonly MistakableKind[]): void;
  onEdit(): void;
}

/** Says what was seen in a message before it leaves the box. Nothing was sent yet; Escape goes back to the words. */
export function GuardWarning({ seen, onSend, onEdit }: GuardWarningProps) {
  const { t } = useWords();
  const remove = useRef<HTMLButtonElement>(null);
  useWhen([], () => remove.current?.focus());
  const { doubt, onlyDoubt } = seen;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from whatever inside has the focus
    <div
      class="guard-warning"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEdit();
      }}
    >
      <div role="alert">
        <p class="guard-seen">
          <ShieldIcon />
          {t('guard.seen', { names: seen.names })}
        </p>
        <p class="aside">{t('guard.why')}</p>
      </div>
      <p class="guard-preview">
        <span class="visually-hidden">{t('guard.preview')}</span>
        {seen.text}
      </p>
      <div class="guard-ways">
        <button type="button" class="primary" ref={remove} onClick={() => onSend(seen.text, [])}>
          {t('guard.remove')}
        </button>
        {doubt.kinds.length === 0 ? null : (
          <button type="button" class="plain" onClick={() => onSend(doubt.text, doubt.kinds)}>
            {onlyDoubt ? t('guard.notOne') : t('guard.notSome', { names: doubt.names })}
          </button>
        )}
        <button type="button" class="quiet" onClick={onEdit}>
          {t('guard.edit')}
        </button>
      </div>
    </div>
  );
}
