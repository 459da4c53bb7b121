import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { post, RequestFailed } from '../api/client.ts';
import { useForm } from '../ui/use-form.ts';
import classes from './frame.module.css';
import { SessionFrame } from './frame.tsx';
import { meQuery } from './me.ts';

const needsCode = (error: unknown): boolean =>
  error instanceof RequestFailed && error.code === 'second-factor-needed';

/** E-mail and password; then, for those who set it up, six digits or a recovery code. */
export function SignIn() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [secondStep, setSecondStep] = useState(false);
  const form = useForm({ email: '', password: '', code: '' }, async ({ email, password, code }) => {
    try {
      await post('/api/desk/session', { email, password, ...(code.trim() !== '' && { code: code.trim() }) });
    } catch (error) {
      if (!needsCode(error)) throw error;
      setSecondStep(true);
      return;
    }
    await client.invalidateQueries({ queryKey: meQuery.queryKey });
  });
  return (
    <SessionFrame
      title={t(secondStep ? 'session.codeTitle' : 'session.signIn')}
      hint={secondStep ? t('session.codeHint') : undefined}
    >
      <form onSubmit={form.submit} noValidate>
        {secondStep ? (
          <TextInput
            key="code"
            label={t('session.code')}
            autoComplete="one-time-code"
            autoFocus
            {...form.textField('code')}
          />
        ) : (
          <Credentials form={form} />
        )}
        {form.message && (
          <p role="alert" className={classes.error}>
            {form.message}
          </p>
        )}
        <Button type="submit" loading={form.sending} fullWidth>
          {t(secondStep ? 'session.continue' : 'session.signIn')}
        </Button>
        {secondStep ? (
          <Button variant="subtle" onClick={() => setSecondStep(false)}>
            {t('common.back')}
          </Button>
        ) : (
          <Link className={classes.link} href="/forgot">
            {t('session.forgot')}
          </Link>
        )}
      </form>
    </SessionFrame>
  );
}

function Credentials({ form }: { form: { textField: (key: 'email' | 'password') => object } }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('session.email')}
        type="email"
        autoComplete="username"
        autoFocus
        required
        withAsterisk={false}
        {...form.textField('email')}
      />
      <PasswordInput
        label={t('session.password')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
        {...form.textField('password')}
      />
    </>
  );
}
