import { Button, Modal, PasswordInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client.ts';
import form from '../ui/form.module.css';
import { useForm } from '../ui/use-form.ts';
import { answerConfirmations } from './confirmation.ts';

function Ask({ end }: { end: (confirmed: boolean) => void }) {
  const { t } = useTranslation();
  const values = useForm({ password: '' }, async (body) => {
    await post('/api/desk/session/confirmation', body);
    end(true);
  });
  return (
    <form className={form.form} onSubmit={values.submit} noValidate>
      <p>{t('confirm.why')}</p>
      <PasswordInput
        data-autofocus
        label={t('account.currentPassword')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
        {...values.textField('password')}
      />
      {values.message && (
        <p role="alert" className={form.error}>
          {values.message}
        </p>
      )}
      <div className={`${form.buttons} ${form.end}`}>
        <Button variant="default" onClick={() => end(false)}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={values.sending} disabled={values.values.password === ''}>
          {t('confirm.go')}
        </Button>
      </div>
    </form>
  );
}

/** Asks for the password when the server wants to know who is there before something grave; what was asked then goes on. */
export function ConfirmDialog() {
  const { t } = useTranslation();
  const [end, setEnd] = useState<((confirmed: boolean) => void) | null>(null);
  useEffect(
    () =>
      answerConfirmations(
        () =>
          new Promise((resolve) => {
            setEnd(() => (confirmed: boolean) => {
              setEnd(null);
              resolve(confirmed);
            });
          }),
      ),
    [],
  );
  // Without a header of its own: it stands before another dialog, and a page has one banner.
  return (
    <Modal.Root opened={end !== null} onClose={() => end?.(false)} size="sm" zIndex={400} centered>
      <Modal.Overlay />
      <Modal.Content aria-label={t('confirm.title')}>
        <Modal.Body>
          <h2 className={form.heading}>{t('confirm.title')}</h2>
          {end !== null && <Ask end={end} />}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
