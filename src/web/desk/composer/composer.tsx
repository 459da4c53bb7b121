import { type Ref, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import type { Outbox } from '../../shared/outbox/outbox.ts';
import { useCustomerTyping } from '../live/company.ts';
import { useMay } from '../session/me.ts';
import classes from './composer.module.css';
import { ComposerBar } from './composer-bar.tsx';
import { GuardWarning } from './guard-warning.tsx';
import { LinkNotice } from './link-notice.tsx';
import { ModeTabs } from './mode-tabs.tsx';
import { ResolvedNotice } from './resolved-notice.tsx';
import { TextBox, type TextBoxHandle } from './text-box.tsx';
import { UploadList } from './upload-list.tsx';
import { useDraft } from './use-draft.ts';
import { useFileDrop } from './use-file-drop.ts';
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

/** Everything between the keys and the outbox: draft, files, typing notices and sending. */
function useWriting(summary: ConversationSummary, outbox: Outbox) {
  const may = useMay();
  const [draft, change] = useDraft(summary.id);
  const files = useUploads();
  const typing = useTyping(summary.id);
  const note = draft.note || !may('conversation.reply');
  const sent = () => {
    change({ text: '' });
    typing.stopped();
  };
  const guarded = useSend({ summary, outbox, note, text: draft.text, files, sent });
  const write = (text: string) => {
    change({ text });
    if (!note) typing.typed();
  };
  return {
    text: draft.text,
    note,
    write,
    setNote: (on: boolean) => change({ note: on }),
    files,
    ...guarded,
  };
}

/** Where an answer or a note is written. */
export function Composer({ summary, outbox, reopen, ref }: Props) {
  const { t } = useTranslation();
  const box = useRef<TextBoxHandle>(null);
  const writing = useWriting(summary, outbox);
  const { text, note, write, setNote, files, send, sendable, seen, deliver } = writing;
  const drop = useFileDrop(files.add);
  const edit = () => {
    writing.edit();
    box.current?.focus();
  };
  const customerTypes = useCustomerTyping(summary.id);
  useImperativeHandle(ref, () => ({
    write: (mode, insert) => {
      setNote(mode === 'note');
      box.current?.focus(insert);
    },
  }));
  return (
    <div className={classes.wrap}>
      <p className={classes.typing} role="status">
        {customerTypes &&
          t('composer.customerTypes', { name: summary.customer.name || t('customer.unnamed') })}
      </p>
      <div
        className={classes.composer}
        data-note={note || undefined}
        data-dragging={drop.dragging || undefined}
        {...drop.handlers}
      >
        <ModeTabs note={note} choose={setNote} />
        {summary.status === 'resolved' && !note ? (
          <ResolvedNotice reopen={reopen} />
        ) : (
          <>
            <TextBox
              ref={box}
              summary={summary}
              label={t(note ? 'composer.noteLabel' : 'composer.replyLabel')}
              placeholder={t(note ? 'composer.notePlaceholder' : 'composer.replyPlaceholder')}
              text={text}
              onText={write}
              send={send}
            />
            {!note && <LinkNotice text={text} />}
            {seen && <GuardWarning seen={seen} deliver={deliver} edit={edit} />}
            <UploadList uploads={files.uploads} retry={files.retry} remove={files.remove} />
            <ComposerBar
              {...{ note, sendable, send }}
              length={text.length}
              attach={files.add}
              insert={(words) => box.current?.focus(words)}
            />
          </>
        )}
      </div>
    </div>
  );
}
