import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import form from '../../ui/form.module.css';

interface Props {
  title: string;
  text: string;
  act: string;
  run: () => Promise<unknown>;
  close: () => void;
}

/** Asks before something that has no way back. */
export function ConfirmDialog({ title, text, act, run, close }: Props) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const confirm = () => {
    setBusy(true);
    void run().finally(close);
  };
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <div className={form.form}>
        <p>{text}</p>
        <div className={`${form.buttons} ${form.end}`}>
          <Button variant="default" data-autofocus onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button color="red" loading={busy} onClick={confirm}>
            {act}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
