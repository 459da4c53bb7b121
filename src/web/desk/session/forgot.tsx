import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { post } from '../api/client.ts';
import { useForm } from '../ui/use-form.ts';
import classes from './frame.module.css';
import { SessionFrame } from './frame.tsx';

/** Asks for a link to choose a new password. The answer is the same whether the address is known or not. */
export function Forgot() {
  const { t } = useTranslation();
  const [sent, setSent] = useState(false);
  const form = useForm({ email: '' }, async ({ email }) => {
    await post('/api/desk/password-resets', { email });
    setSent(true);
  });
  return (
    <SessionFrame title={t('session.forgot')} hint={t(sent ? 'session.forgotSent' : 'session.forgotHint')}>
      <form onSubmit={form.submit} noValidate>
        {!sent && (
          <>
            <TextInput
              label={t('session.email')}
              type="email"
              autoComplete="username"
              autoFocus
              {...form.textField('email')}
            />
            {form.message && (
              <p role="alert" className={classes.error}>
                {form.message}
              </p>
            )}
            <Button type="submit" loading={form.sending}>
              {t('session.sendLink')}
            </Button>
          </>
        )}
        <Link className={classes.link} href="/">
          {t('session.backToSignIn')}
        </Link>
      </form>
    </SessionFrame>
  );
}
