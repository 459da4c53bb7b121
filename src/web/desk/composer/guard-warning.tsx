import { Button } from '@mantine/core';
import { ShieldAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MistakableKind } from '../../../contract/secrets.ts';
import type { Seen } from '../../shared/guard/examine.ts';
import classes from './guard-warning.module.css';

interface Props {
  seen: Seen;
  /** Sends this text; `notSecret` are the kinds that the agent says are none. */
  deliver: (text: string, notSecret: readonly MistakableKind[]) => void;
  edit: () => void;
}

/** Says what was seen in an answer or a note before it leaves the box; Escape goes back to the words. */
export function GuardWarning({ seen, deliver, edit }: Props) {
  const { t } = useTranslation();
  const remove = useRef<HTMLButtonElement>(null);
  useEffect(() => remove.current?.focus(), []);
  const { doubt, onlyDoubt } = seen;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from whatever inside has the focus
    <div
      className={classes.warning}
      onKeyDown={(event) => {
        if (event.key === 'Escape') edit();
        event.stopPropagation();
      }}
    >
      <div role="alert">
        <p className={classes.seen}>
          <ShieldAlert size={16} aria-hidden="true" />
          {t('composer.guard.seen', { names: seen.names })}
        </p>
        <p className={classes.why}>{t('composer.guard.why')}</p>
      </div>
      <section className={classes.preview} aria-label={t('composer.guard.preview')}>
        {seen.text}
      </section>
      <div className={classes.ways}>
        <Button size="xs" ref={remove} onClick={() => deliver(seen.text, [])}>
          {t('composer.guard.remove')}
        </Button>
        {doubt.kinds.length > 0 && (
          <Button size="xs" variant="default" onClick={() => deliver(doubt.text, doubt.kinds)}>
            {onlyDoubt ? t('composer.guard.notOne') : t('composer.guard.notSome', { names: doubt.names })}
          </Button>
        )}
        <Button size="xs" variant="subtle" onClick={edit}>
          {t('composer.guard.edit')}
        </Button>
      </div>
    </div>
  );
}
