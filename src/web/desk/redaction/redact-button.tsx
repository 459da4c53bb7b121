import { ActionIcon, Tooltip } from '@mantine/core';
import { EyeOff } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/me.ts';
import classes from './redact-button.module.css';

const RedactDialog = lazy(() => import('./redact-dialog.tsx').then((m) => ({ default: m.RedactDialog })));

interface Props {
  conversationId: string;
  seq: number;
  text: string;
  earlier: number;
}

/** The way to take something secret out of a message; seen at the message under the pointer or with the focus. */
export function RedactButton(props: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('message.redact') || props.text === '') return null;
  return (
    <>
      <Tooltip label={t('redact.open')}>
        <ActionIcon
          className={classes.button}
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('redact.open')}
          onClick={() => setOpen(true)}
        >
          <EyeOff size={14} />
        </ActionIcon>
      </Tooltip>
      {open && (
        <Suspense fallback={null}>
          <RedactDialog {...props} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
