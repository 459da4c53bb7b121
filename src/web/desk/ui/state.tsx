import { Button } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestFailed } from '../api/client.ts';
import classes from './state.module.css';

interface EmptyProps {
  icon: LucideIcon;
  title: string;
  hint?: ReactNode;
  action?: ReactNode;
}

/** A place with nothing in it: says what to do. */
export function Empty({ icon: Icon, title, hint, action }: EmptyProps) {
  return (
    <div className={classes.state}>
      <Icon size={28} strokeWidth={1.5} aria-hidden="true" />
      <p className={classes.title}>{title}</p>
      {hint && <p className={classes.hint}>{hint}</p>}
      {action}
    </div>
  );
}

/** The words of any failure of a call, in the reader's language. */
export function useFailureText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof RequestFailed)) return t('state.failed');
    return error.status === 0 ? t('state.unreachable') : error.message || t('state.failed');
  };
}

/** A part that could not be loaded: what happened, that nothing is lost, and the way on. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const text = useFailureText();
  const passing = !(error instanceof RequestFailed) || error.transient;
  const forbidden = error instanceof RequestFailed && error.status === 403;
  return (
    <div className={classes.state} role="alert">
      <p className={classes.title}>{forbidden ? t('state.forbidden') : text(error)}</p>
      {forbidden && <p className={classes.hint}>{t('state.forbiddenHint')}</p>}
      {passing && <p className={classes.hint}>{t('state.nothingLost')}</p>}
      {retry && passing && (
        <Button variant="default" onClick={retry}>
          {t('state.retry')}
        </Button>
      )}
    </div>
  );
}

/** Grey shapes where rows will stand. */
export function SkeletonRows({ count = 8, height = 56 }: { count?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('state.loading')} className={classes.rows}>
      {Array.from({ length: count }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing but places
        <div key={i} className={classes.row} style={{ height }}>
          <span className={classes.bone} style={{ width: `${40 + ((i * 17) % 35)}%` }} />
          <span className={classes.bone} style={{ width: `${60 + ((i * 23) % 30)}%` }} />
        </div>
      ))}
    </div>
  );
}
