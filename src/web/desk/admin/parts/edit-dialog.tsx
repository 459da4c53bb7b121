import { Button, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import form from '../../ui/form.module.css';
import { say } from '../../ui/toast.tsx';
import { useForm } from '../../ui/use-form.ts';

type Form<T extends Record<string, unknown>> = ReturnType<typeof useForm<T>>;

interface Props<T extends Record<string, unknown>> {
  title: string;
  initial: T;
  save: (values: T) => Promise<unknown>;
  close: () => void;
  children: (form: Form<T>) => ReactNode;
  submit?: string;
  size?: 'md' | 'lg';
  /** Said when it was saved; nothing when what follows says it itself. */
  done?: string | null;
}

/** A dialog that edits one thing; it closes when the server took it and keeps everything typed when not. */
export function EditDialog<T extends Record<string, unknown>>(props: Props<T>) {
  const { title, initial, save, close, children, submit, size = 'md', done } = props;
  const { t } = useTranslation();
  const client = useQueryClient();
  const values = useForm(initial, async (now) => {
    await save(now);
    close();
    if (done !== null) say(done ?? t('admin.saved'));
    await client.invalidateQueries({
      predicate: ({ queryKey }) => !['inbox', 'conversation'].includes(String(queryKey[0])),
    });
  });
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form className={form.form} onSubmit={values.submit} noValidate>
        {children(values)}
        {values.message && (
          <p role="alert" className={form.error}>
            {values.message}
          </p>
        )}
        <div className={`${form.buttons} ${form.end}`}>
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={values.sending}>
            {submit ?? t('common.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
