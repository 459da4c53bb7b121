import { Button, Modal, TextInput } from '@mantine/core';
import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '../../../../contract/staff.ts';
import { currentLocale } from '../../i18n.ts';
import form from '../../ui/form.module.css';
import { dateTime } from '../../ui/time.ts';
import { say } from '../../ui/toast.tsx';

/** A one-time link to hand to somebody; shown this once. */
export function InvitationDialog({
  name,
  invitation,
  close,
}: {
  name: string;
  invitation: Invitation;
  close: () => void;
}) {
  const { t } = useTranslation();
  const copy = () => void navigator.clipboard?.writeText(invitation.url).then(() => say(t('acts.copied')));
  return (
    <Modal
      opened
      onClose={close}
      title={t('admin.staff.linkTitle', { name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={form.form}>
        <TextInput
          readOnly
          label={t('admin.staff.link')}
          description={t('admin.staff.linkHint', { at: dateTime(invitation.expiresAt, currentLocale()) })}
          value={invitation.url}
          onFocus={(event) => event.currentTarget.select()}
        />
        <div className={`${form.buttons} ${form.end}`}>
          <Button variant="default" leftSection={<Copy size={16} />} onClick={copy}>
            {t('admin.staff.copyLink')}
          </Button>
          <Button onClick={close}>{t('common.done')}</Button>
        </div>
      </div>
    </Modal>
  );
}
