import { Button, Modal, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Redact } from '../../../contract/redaction.ts';
import { post } from '../api/client.ts';
import form from '../ui/form.module.css';
import { useFailureText } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';

interface Props {
  conversationId: string;
  seq: number;
  text: string;
  /** How many redactions of this message the page knows of. */
  earlier: number;
  close: () => void;
}

/** Takes a part of a message, or all of it, out for good: the part is selected in the text, by mouse or keyboard. */
export function RedactDialog({ conversationId, seq, text, earlier, close }: Props) {
  const { t } = useTranslation();
  const failure = useFailureText();
  const area = useRef<HTMLTextAreaElement>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const redact = (body: Partial<Redact>) => {
    setBusy(true);
    post(`/api/desk/conversations/${conversationId}/events/${seq}/redactions`, body)
      .then(() => {
        say(t('redact.done'));
        close();
      })
      .catch((error: unknown) => setFailed(failure(error)))
      .finally(() => setBusy(false));
  };
  const redactSelection = () => {
    const { selectionStart: start = 0, selectionEnd: end = 0 } = area.current ?? {};
    if (start < end) redact({ parts: [{ start, end }], earlier });
    else setFailed(t('redact.selectFirst'));
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t('redact.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={form.form}>
        <p>{t('redact.hint')}</p>
        <Textarea
          ref={area}
          data-autofocus
          readOnly
          autosize
          minRows={2}
          maxRows={10}
          label={t('redact.text')}
          value={text}
        />
        {failed && (
          <p role="alert" className={form.error}>
            {failed}
          </p>
        )}
        <div className={`${form.buttons} ${form.end}`}>
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button variant="default" loading={busy} onClick={() => redact({})}>
            {t('redact.all')}
          </Button>
          <Button color="red" loading={busy} onClick={redactSelection}>
            {t('redact.part')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
