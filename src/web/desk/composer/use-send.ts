import { useRef } from 'react';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import type { AttachmentRef } from '../../../contract/events.ts';
import { MESSAGE_MAX } from '../../../contract/limits.ts';
import { newId } from '../../shared/ids.ts';
import type { Outbox } from '../../shared/outbox/outbox.ts';
import { post } from '../api/client.ts';
import { useFailureText } from '../ui/state.tsx';
import { sayFailed } from '../ui/toast.tsx';
import type { useUploads } from './use-uploads.ts';

interface Writing {
  summary: ConversationSummary;
  outbox: Outbox;
  note: boolean;
  text: string;
  files: ReturnType<typeof useUploads>;
  /** The words were taken over: the box may be emptied. */
  sent: () => void;
}

/**
 * Hands what was written to the outbox. A note with files goes by request, since the note frame carries words only;
 * it leaves the box once it is stored, and its id is kept for the next try.
 */
export function useSend({ summary, outbox, note, text, files, sent }: Writing): {
  send: () => void;
  sendable: boolean;
} {
  const failure = useFailureText();
  const noteId = useRef(newId());
  const under = useRef(false);
  const attachments = files.uploads.flatMap(({ ref }): AttachmentRef[] => (ref ? [ref] : []));
  const settled = files.uploads.every(({ state }) => state === 'done');
  const sendable = settled && text.length <= MESSAGE_MAX && (text.trim() !== '' || attachments.length > 0);

  const emptied = () => {
    sent();
    files.clear();
  };
  const sendNoteWithFiles = async () => {
    under.current = true;
    try {
      const body = { id: noteId.current, text, attachments: attachments.map(({ id }) => ({ id })) };
      await post(`/api/desk/conversations/${summary.id}/notes`, body);
      noteId.current = newId();
      emptied();
    } catch (error) {
      sayFailed(failure(error));
    } finally {
      under.current = false;
    }
  };
  const send = () => {
    if (!sendable || under.current) return;
    if (note && attachments.length > 0) return void sendNoteWithFiles();
    outbox.add({ c: summary.id, text: text.trim(), kind: note ? 'note' : 'post', attachments });
    emptied();
  };
  return { send, sendable };
}
