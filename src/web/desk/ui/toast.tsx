import { Button, Notification } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './toast.module.css';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly failed: boolean;
  readonly undo?: (() => void) | undefined;
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

const close = (id: number): void => change(toasts.filter((toast) => toast.id !== id));

function show(toast: Omit<Toast, 'id'>, ms: number): void {
  lastId += 1;
  const id = lastId;
  change([...toasts.slice(-2), { ...toast, id }]);
  setTimeout(() => close(id), ms);
}

/** Says that something was done; with `undo`, offers the way back for ten seconds. */
export const say = (text: string, undo?: () => void): void =>
  show({ text, failed: false, undo }, undo ? 10_000 : 4_000);

/** Says that something was not done. */
export const sayFailed = (text: string): void => show({ text, failed: true }, 8_000);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Where toasts appear; mounted once, and a live region from the start so that the first one is read out too. */
export function Toasts() {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div className={classes.toasts} role="status" aria-live="polite">
      {shown.map((toast) => (
        <Notification
          key={toast.id}
          color={toast.failed ? 'red' : 'accent'}
          closeButtonProps={{ 'aria-label': t('common.close') }}
          onClose={() => close(toast.id)}
          role="presentation"
        >
          <span className={classes.line}>
            {toast.text}
            {toast.undo && (
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => {
                  close(toast.id);
                  toast.undo?.();
                }}
              >
                {t('common.undo')}
              </Button>
            )}
          </span>
        </Notification>
      ))}
    </div>
  );
}
