import { Button, PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { del } from '../api/client.ts';
import { meQuery, useMe } from '../session/me.ts';
import form from '../ui/form.module.css';
import { say } from '../ui/toast.tsx';
import { useForm } from '../ui/use-form.ts';
import { TotpSetup } from './totp-setup.tsx';

function TurnOff({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const values = useForm({ password: '' }, async (body) => {
    await del('/api/desk/me/totp', body);
    say(t('account.totpTurnedOff'));
    done();
  });
  return (
    <form className={`${form.form} ${form.narrow}`} onSubmit={values.submit} noValidate>
      <PasswordInput
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
      <div>
        <Button
          type="submit"
          color="red"
          variant="outline"
          loading={values.sending}
          disabled={values.values.password === ''}
        >
          {t('account.totpTurnOff')}
        </Button>
      </div>
    </form>
  );
}

/** The second factor: set up, or turned off with the password. */
export function Totp() {
  const { t } = useTranslation();
  const me = useMe();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const refresh = () => void client.invalidateQueries({ queryKey: meQuery.queryKey });
  const finish = () => {
    setOpen(false);
    refresh();
  };
  if (!open) {
    return (
      <div>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t(me.totp ? 'account.totpTurnOff' : 'account.totpSetUp')}
        </Button>
      </div>
    );
  }
  return me.totp ? <TurnOff done={finish} /> : <TotpSetup done={finish} />;
}
