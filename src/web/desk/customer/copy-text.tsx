import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { say } from '../ui/toast.tsx';
import classes from './copy-text.module.css';

/** A value that a click copies: numbers are read out and pasted all day. */
export function CopyText({ text }: { text: string }) {
  const { t } = useTranslation();
  const copy = () => void navigator.clipboard?.writeText(text).then(() => say(t('acts.copied')));
  return (
    <UnstyledButton className={classes.copy} title={t('customer.copy')} onClick={copy}>
      {text}
    </UnstyledButton>
  );
}
