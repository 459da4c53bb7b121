import { UnstyledButton } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '../ui/toast.tsx';
import classes from './copy-text.module.css';

/** A value that a click copies: numbers are read out and pasted all day. */
export function CopyText({ text }: { text: string }) {
  const { t } = useTranslation();
  const copy = () => void navigator.clipboard?.writeText(text).then(() => say(t('acts.copied')));
  return (
    <UnstyledButton className={classes.copy} title={t('customer.copy')} onClick={copy}>
      {text.split(/(?=[.@])/).map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity and never move
        <Fragment key={i}>
          {i > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </UnstyledButton>
  );
}
