import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { RecoveryCodes, TotpSetup as Secret } from '../../../contract/staff.ts';
import { post, put } from '../api/client.ts';
import { CopyText } from '../customer/copy-text.tsx';
import form from '../ui/form.module.css';
import { Failed, SkeletonRows } from '../ui/state.tsx';
import { useForm } from '../ui/use-form.ts';
import classes from './totp-setup.module.css';

function Codes({ codes, done }: { codes: readonly string[]; done: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={form.form}>
      <p className={classes.words}>{t('account.recoveryHint')}</p>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={form.buttons}>
        <Button variant="default" onClick={() => void navigator.clipboard?.writeText(codes.join('\n'))}>
          {t('account.copyCodes')}
        </Button>
        <Button onClick={done}>{t('account.codesKept')}</Button>
      </div>
    </div>
  );
}

/** Scans the square, confirms with the first code, and is shown the recovery codes once. */
export function TotpSetup({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const secret = useQuery({
    queryKey: ['totp-setup'],
    queryFn: () => post<z.infer<typeof Secret>>('/api/desk/me/totp'),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const values = useForm({ code: '' }, async ({ code }) => {
    const answer = await put<z.infer<typeof RecoveryCodes>>('/api/desk/me/totp', { code: code.trim() });
    setCodes(answer.recoveryCodes);
  });
  if (codes !== null) return <Codes codes={codes} done={done} />;
  if (secret.isError) return <Failed error={secret.error} retry={() => void secret.refetch()} />;
  if (secret.isPending) return <SkeletonRows count={2} />;
  return (
    <form className={classes.setup} onSubmit={values.submit} noValidate>
      {/* An image cannot run scripts, whatever the markup holds. */}
      <img
        className={classes.qr}
        alt={t('account.qr')}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(secret.data.qrSvg)}`}
      />
      <div className={form.form}>
        <p className={classes.words}>{t('account.scan')}</p>
        <CopyText text={secret.data.secret} />
        <TextInput
          label={t('account.firstCode')}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          {...values.textField('code')}
        />
        {values.message && (
          <p role="alert" className={form.error}>
            {values.message}
          </p>
        )}
        <div>
          <Button type="submit" loading={values.sending}>
            {t('account.totpConfirm')}
          </Button>
        </div>
      </div>
    </form>
  );
}
