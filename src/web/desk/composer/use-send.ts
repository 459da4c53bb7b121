import { useEffect, useRef, useState } from 'react';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import type { AttachmentRef } from '../../../contract/events.ts';
import { MESSAGE_MAX } from '../../../contract/limits.ts';
import type { MistakableKind } from '../../../contract/secrets.ts';
import { examine, loadGuard, type Seen } from '../../shared/guard/examine.ts';
import { newId } from '../../shared/ids.ts';
import type { Outbox } from '../../shared/outbox/outbox.ts';
import { post } from '../api/client.ts';
import { currentLocale } from '../i18n.ts';
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
  /** What the guard saw in these words; they are not sent before the agent has chosen. */
  seen: Seen | null;
  deliver: (words: string, notSecret: readonly MistakableKind[]) => void;
  /** Takes the warning back: the agent writes on. */
  edit: () => void;
} {
  const [warning, setWarning] = useState<{ of: string; seen: Seen } | null>(null);
  useEffect(() => void loadGuard(), []);
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
  const sendNoteWithFiles = async (words: string, notSecret: readonly MistakableKind[]) => {
    under.current = true;
    try {
      const body = {
        id: noteId.current,
        text: words,
        attachments: attachments.map(({ id }) => ({ id })),
        ...(notSecret.length > 0 && { notSecret }),
      };
      await post(`/api/desk/conversations/${summary.id}/notes`, body);
      noteId.current = newId();
      emptied();
    } catch (error) {
      sayFailed(failure(error));
    } finally {
      under.current = false;
    }
  };
  const deliver = (words: string, notSecret: readonly MistakableKind[]) => {
    setWarning(null);
    if (note && attachments.length > 0) return void sendNoteWithFiles(words, notSecret);
    outbox.add({ c: summary.id, text: words.trim(), kind: note ? 'note' : 'post', attachments, notSecret });
    emptied();
  };
  const send = async () => {
    if (!sendable || under.current) return;
    under.current = true;
    const found = await examine(text, currentLocale()).finally(() => {
      under.current = false;
    });
    if (found === null) deliver(text, []);
    else setWarning({ of: text, seen: found });
  };
  // Other words are another message: a warning goes with what it was said about.
  const seen = warning?.of === text ? warning.seen : null;
  return { send: () => void send(), sendable, seen, deliver, edit: () => setWarning(null) };
}
