import '@mantine/core/styles/FloatingIndicator.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/SegmentedControl.layer.css';
import '@mantine/core/styles/Switch.layer.css';
import '@mantine/core/styles/Table.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Locale } from '../../../contract/locale.ts';
import { CannedTable } from '../admin/canned/canned-table.tsx';
import { patch } from '../api/client.ts';
import { currentLocale, locales, switchLocale } from '../i18n.ts';
import { useMay, useMe } from '../session/me.ts';
import { useTitle } from '../shell/brand.ts';
import { Page, Section } from '../ui/page.tsx';
import { AlertSettings } from './alert-settings.tsx';
import { PasswordForm } from './password-form.tsx';
import { Sessions } from './sessions.tsx';
import { Totp } from './totp.tsx';

function Language() {
  const { t } = useTranslation();
  const choose = (locale: string) => {
    void switchLocale(locale as Locale);
    // The choice holds on this device at once; the server keeps it for mails and is told without waiting.
    void patch('/api/desk/me', { locale }).catch(() => undefined);
  };
  return (
    <div>
      <SegmentedControl
        aria-label={t('account.language')}
        value={currentLocale()}
        onChange={choose}
        data={locales.map((value) => ({ value, label: value === 'en' ? 'English' : '简体中文' }))}
      />
    </div>
  );
}

/** One's own account: how to be told of things, the language, and the ways in. */
export function AccountPage() {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  useTitle(t('account.title'), 0);
  return (
    <Page
      title={t('account.title')}
      hint={`${me.name} · ${me.email} · ${me.staffNumber} · ${t(`roles.${me.role}`)}`}
    >
      <Section title={t('account.language')}>
        <Language />
      </Section>
      <Section title={t('account.alerts')}>
        <AlertSettings />
      </Section>
      {may('conversation.reply') && (
        <Section title={t('account.canned')} hint={t('account.cannedHint')}>
          <CannedTable path="/api/desk/canned-replies" personal />
        </Section>
      )}
      <Section title={t('account.password')} hint={t('account.passwordHint')}>
        <PasswordForm />
      </Section>
      <Section
        title={t('account.totp')}
        hint={t(me.totp ? 'account.totpOn' : 'account.totpOff', { count: me.recoveryCodesLeft })}
      >
        <Totp />
      </Section>
      <Section title={t('account.sessions')} hint={t('account.sessionsHint')}>
        <Sessions />
      </Section>
    </Page>
  );
}
