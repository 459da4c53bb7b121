import { Button, PasswordInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { z } from 'zod';
import type { LinkInfo } from '../../../contract/staff.ts';
import { get, post } from '../api/client.ts';
import { Failed, SkeletonRows } from '../ui/state.tsx';
import { useForm } from '../ui/use-form.ts';
import classes from './frame.module.css';
import { SessionFrame } from './frame.tsx';

/** Behind a one-time link: a new password after "forgot", or the first one of somebody who was invited. */
export function ChoosePassword({ token }: { token: string }) {
  const { t } = useTranslation();
  const [done, setDone] = useState(false);
  const path = `/api/desk/password-resets/${encodeURIComponent(token)}`;
  const link = useQuery({
    queryKey: ['link', token],
    queryFn: () => get<z.infer<typeof LinkInfo>>(path),
    retry: false,
  });
  const form = useForm({ password: '' }, async (values) => {
    await post(path, values);
    setDone(true);
  });
  const invited = link.data?.kind === 'invitation';
  if (done) {
    return (
      <SessionFrame title={t('session.passwordChosen')} hint={t('session.passwordChosenHint')}>
        <form>
          <Button component={Link} href="/">
            {t('session.signIn')}
          </Button>
        </form>
      </SessionFrame>
    );
  }
  return (
    <SessionFrame title={t(invited ? 'session.welcome' : 'session.choosePassword')} hint={link.data?.email}>
      {link.isPending && <SkeletonRows count={2} />}
      {link.isError && <Failed error={link.error} retry={() => void link.refetch()} />}
      {link.data && (
        <form onSubmit={form.submit} noValidate>
          <PasswordInput
            label={t('session.newPassword')}
            description={t('session.passwordRule')}
            autoComplete="new-password"
            autoFocus
            visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
            {...form.textField('password')}
          />
          {form.message && (
            <p role="alert" className={classes.error}>
              {form.message}
            </p>
          )}
          <Button type="submit" loading={form.sending}>
            {t('session.save')}
          </Button>
        </form>
      )}
    </SessionFrame>
  );
}
