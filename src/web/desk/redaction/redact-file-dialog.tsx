import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentRef } from '../../../contract/events.ts';
import type { RedactFile } from '../../../contract/redaction.ts';
import { post } from '../api/client.ts';
import form from '../ui/form.module.css';
import { useFailureText } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { BoxEditor } from './box-editor.tsx';
import { addedBox, type Size } from './boxes.ts';

interface Props {
  conversationId: string;
  file: AttachmentRef;
  close: () => void;
}

/** The pixels of a picture; null for what is none. */
const sizeOf = ({ type, width, height }: AttachmentRef): Size | null =>
  type.startsWith('image/') && width !== undefined && height !== undefined ? { width, height } : null;

/** Blacks out parts of a picture for good, or removes a file. */
export function RedactFileDialog({ conversationId, file, close }: Props) {
  const { t } = useTranslation();
  const failure = useFailureText();
  const size = sizeOf(file);
  const [boxes, setBoxes] = useState<NonNullable<RedactFile['boxes']>>([]);
  const [failed, setFailed] = useState<string | null>(null);
  const [busy, setBusy] = useState<'cover' | 'remove' | null>(null);
  const redact = (what: 'cover' | 'remove') => {
    setBusy(what);
    post(
      `/api/desk/conversations/${conversationId}/attachments/${file.id}/redactions`,
      what === 'cover' ? { boxes } : {},
    )
      .then(() => {
        say(t(what === 'cover' ? 'redactFile.covered' : 'redactFile.removed'));
        close();
      })
      .catch((error: unknown) => setFailed(failure(error)))
      .finally(() => setBusy(null));
  };
  return (
    <Modal
      opened
      onClose={close}
      size={size === null ? 'md' : 'xl'}
      title={t(size === null ? 'redactFile.titleFile' : 'redactFile.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={form.form}>
        <p>{t(size === null ? 'redactFile.hintFile' : 'redactFile.hint', { name: file.name })}</p>
        {size !== null && <BoxEditor file={file} size={size} boxes={boxes} change={setBoxes} />}
        {failed && (
          <p role="alert" className={form.error}>
            {failed}
          </p>
        )}
        <div className={`${form.buttons} ${form.end}`}>
          {size !== null && (
            <Button
              variant="subtle"
              mr="auto"
              onClick={() => setBoxes([...boxes, addedBox(size)])}
              data-autofocus
            >
              {t('redactFile.add')}
            </Button>
          )}
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button
            variant={size === null ? 'filled' : 'default'}
            color={size === null ? 'red' : undefined}
            loading={busy === 'remove'}
            onClick={() => redact('remove')}
          >
            {t('redactFile.remove')}
          </Button>
          {size !== null && (
            <Button
              color="red"
              loading={busy === 'cover'}
              disabled={boxes.length === 0}
              onClick={() => redact('cover')}
            >
              {t('redactFile.cover')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );
}
