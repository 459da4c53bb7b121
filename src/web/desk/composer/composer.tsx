import { ActionIcon, Button, FileButton, Tooltip } from '@mantine/core';
import { Paperclip, SendHorizontal, Slash } from 'lucide-react';
import { type ClipboardEvent, type DragEvent, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import { MESSAGE_MAX } from '../../../contract/limits.ts';
import type { Outbox } from '../../shared/outbox/outbox.ts';
import { useCustomerTyping } from '../live/company.ts';
import { useMay } from '../session/me.ts';
import classes from './composer.module.css';
import { EmojiPicker } from './emoji-picker.tsx';
import { ModeTabs } from './mode-tabs.tsx';
import { ResolvedNotice } from './resolved-notice.tsx';
import { TextBox, type TextBoxHandle } from './text-box.tsx';
import { UploadList } from './upload-list.tsx';
import { useDraft } from './use-draft.ts';
import { useSend } from './use-send.ts';
import { useTyping } from './use-typing.ts';
import { useUploads } from './use-uploads.ts';

/** What the rest of the desk asks of the composer. */
export interface ComposerHandle {
  /** Puts the caret into the box in this mode; `insert` is typed there for the agent. */
  write(mode: 'reply' | 'note', insert?: string): void;
}

interface Props {
  summary: ConversationSummary;
  outbox: Outbox;
  reopen: () => void;
  ref: Ref<ComposerHandle>;
}

/** Where an answer or a note is written. */
export function Composer({ summary, outbox, reopen, ref }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const box = useRef<TextBoxHandle>(null);
  const [draft, change] = useDraft(summary.id);
  const [dragging, setDragging] = useState(false);
  const files = useUploads();
  const typing = useTyping(summary.id);
  const customerTypes = useCustomerTyping(summary.id);
  const note = draft.note || !may('conversation.reply');
  const closed = summary.status === 'resolved' && !note;
  const { send, sendable } = useSend({
    summary,
    outbox,
    note,
    text: draft.text,
    files,
    sent: () => {
      change({ text: '' });
      typing.stopped();
    },
  });
  useImperativeHandle(ref, () => ({
    write: (mode, insert) => {
      change({ note: mode === 'note' });
      box.current?.focus(insert);
    },
  }));
  const onPaste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files];
    if (pasted.length === 0) return;
    event.preventDefault();
    files.add(pasted);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setDragging(false);
    files.add(event.dataTransfer.files);
  };
  return (
    <div className={classes.wrap}>
      <p className={classes.typing} role="status">
        {customerTypes &&
          t('composer.customerTypes', { name: summary.customer.name || t('customer.unnamed') })}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping files has its keyboard way in the paper-clip */}
      <div
        className={classes.composer}
        data-note={note || undefined}
        data-dragging={dragging || undefined}
        onPaste={onPaste}
        onDrop={onDrop}
        onDragOver={(event) => {
          event.preventDefault();
          setDragging(true);
        }}
        onDragLeave={() => setDragging(false)}
      >
        <ModeTabs note={note} choose={(next) => change({ note: next })} />
        {closed ? (
          <ResolvedNotice reopen={reopen} />
        ) : (
          <>
            <TextBox
              ref={box}
              summary={summary}
              label={t(note ? 'composer.noteLabel' : 'composer.replyLabel')}
              placeholder={t(note ? 'composer.notePlaceholder' : 'composer.replyPlaceholder')}
              text={draft.text}
              onText={(text) => {
                change({ text });
                if (!note) typing.typed();
              }}
              send={send}
            />
            <UploadList uploads={files.uploads} retry={files.retry} remove={files.remove} />
            <div className={classes.bar}>
              <FileButton
                multiple
                accept="image/png,image/jpeg,image/webp,image/gif,application/pdf"
                onChange={(chosen) => files.add(chosen)}
              >
                {(props) => (
                  <ActionIcon {...props} variant="subtle" color="gray" aria-label={t('composer.attach')}>
                    <Paperclip size={18} />
                  </ActionIcon>
                )}
              </FileButton>
              <EmojiPicker insert={(text) => box.current?.focus(text)} />
              <Tooltip label={t('composer.canned')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('composer.canned')}
                  onClick={() => box.current?.focus('/')}
                >
                  <Slash size={16} />
                </ActionIcon>
              </Tooltip>
              {draft.text.length > MESSAGE_MAX * 0.9 && (
                <span className={classes.length} data-over={draft.text.length > MESSAGE_MAX || undefined}>
                  {draft.text.length}/{MESSAGE_MAX}
                </span>
              )}
              <Button
                size="xs"
                className={classes.send}
                disabled={!sendable}
                onClick={send}
                rightSection={<SendHorizontal size={14} />}
              >
                {t(note ? 'composer.addNote' : 'composer.send')}
              </Button>
            </div>
          </>
        )}
      </div>
    </div>
  );
}
