import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { get, post } from '../api/client.ts';
import { Failed, SkeletonRows } from '../ui/state.tsx';
import { useForm } from '../ui/use-form.ts';
import classes from './frame.module.css';
import { SessionFrame } from './frame.tsx';
import { meQuery } from './me.ts';

/** The first administrator, behind the one-time link that the server printed. */
export function Setup({ token }: { token: string }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const link = useQuery({
    queryKey: ['setup', token],
    queryFn: () => get(`/api/setup/${encodeURIComponent(token)}`),
    retry: false,
  });
  const form = useForm({ name: '', email: '', password: '' }, async (values) => {
    await post('/api/setup', { token, ...values });
    await client.invalidateQueries({ queryKey: meQuery.queryKey });
    navigate('/');
  });
  return (
    <SessionFrame title={t('session.setup')} hint={t('session.setupHint')}>
      {link.isPending && <SkeletonRows count={3} />}
      {link.isError && <Failed error={link.error} retry={() => void link.refetch()} />}
      {link.isSuccess && (
        <form onSubmit={form.submit} noValidate>
          <TextInput label={t('session.name')} autoComplete="name" autoFocus {...form.textField('name')} />
          <TextInput
            label={t('session.email')}
            type="email"
            autoComplete="username"
            {...form.textField('email')}
          />
          <PasswordInput
            label={t('session.password')}
            description={t('session.passwordRule')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
            {...form.textField('password')}
          />
          {form.message && (
            <p role="alert" className={classes.error}>
              {form.message}
            </p>
          )}
          <Button type="submit" loading={form.sending}>
            {t('session.createAdmin')}
          </Button>
        </form>
      )}
    </SessionFrame>
  );
}
