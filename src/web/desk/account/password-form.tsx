import { Button, PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { put } from '../api/client.ts';
import form from '../ui/form.module.css';
import { say } from '../ui/toast.tsx';
import { useForm } from '../ui/use-form.ts';

/** Changes one's own password; every other session ends with it. */
export function PasswordForm() {
  const { t } = useTranslation();
  const empty = { current: '', password: '' };
  const values = useForm(empty, async (body) => {
    await put('/api/desk/me/password', body);
    values.setValues(empty);
    say(t('account.passwordChanged'));
  });
  const toggle = { 'aria-label': t('session.showPassword') };
  return (
    <form className={`${form.form} ${form.narrow}`} onSubmit={values.submit} noValidate>
      <PasswordInput
        label={t('account.currentPassword')}
        autoComplete="current-password"
        visibilityToggleButtonProps={toggle}
        {...values.textField('current')}
      />
      <PasswordInput
        label={t('session.newPassword')}
        description={t('session.passwordRule')}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
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
          variant="default"
          loading={values.sending}
          disabled={values.values.current === '' || values.values.password === ''}
        >
          {t('account.changePassword')}
        </Button>
      </div>
    </form>
  );
}
