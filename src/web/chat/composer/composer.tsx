/** @jsxImportSource preact */
import { useMemo, useRef, useState } from 'preact/hooks';
import { UPLOAD_MAX_DEFAULT } from '../../../contract/attachments.ts';
import { MESSAGE_MAX } from '../../../contract/limits.ts';
import type { Locale } from '../../../contract/locale.ts';
import type { MistakableKind } from '../../../contract/secrets.ts';
import { examine, loadGuard, type Seen } from '../../shared/guard/examine.ts';
import { isTouchy } from '../../shared/guard/touchy.ts';
import { readDraft, saveDraft } from '../session/drafts.ts';
import type { ChatSession } from '../session/session.ts';
import { useStore } from '../session/store.ts';
import type { ChatOptions } from '../settings.ts';
import { SendIcon } from '../ui/icons.tsx';
import { useWhen } from '../ui/use-when.ts';
import { useWords } from '../words.ts';
import { Box, isTouch } from './box.tsx';
import { EmojiPicker } from './emoji.tsx';
import { FileButton } from './file-button.tsx';
import { GuardWarning } from './guard-warning.tsx';
import { PausePanel } from './pause-panel.tsx';
import { Tray } from './tray.ts';
import { TrayView } from './tray-view.tsx';
import { useDrop } from './use-files.ts';
import { usePause } from './use-pause.ts';

interface ComposerProps {
  session: ChatSession;
  options: ChatOptions;
  c: string;
  resolved: boolean;
}

/** From here on the customer is told how much room is left. */
const NEAR_LIMIT = 500;

function useDraft(c: string, locale: Locale) {
  const [text, setText] = useState(() => readDraft(c, { text: '' }).text);
  useWhen([text], () => saveDraft(c, text === '' ? null : { text }, locale));
  return [text, setText] as const;
}

function useTray(options: ChatOptions, maxBytes: number): Tray {
  const { base = '', locale } = options;
  const tray = useMemo(
    () => new Tray({ url: `${base}/api/my/attachments`, locale, maxBytes }),
    [base, locale, maxBytes],
  );
  useWhen([tray], () => () => tray.close());
  return tray;
}

function Room({ text }: { text: string }) {
  const { t } = useWords();
  const left = MESSAGE_MAX - text.length;
  if (left > NEAR_LIMIT) return null;
  return (
    <p class={left < 0 ? 'fault' : 'aside'}>
      {left < 0 ? t('write.tooLong', { count: -left }) : t('write.left', { count: left })}
    </p>
  );
}

/** Said once, when the talk turns to what must not be written; it goes with the message it was said about. */
function Reminder({ text }: { text: string }) {
  const { t } = useWords();
  const [given, setGiven] = useState(false);
  const wanted = !given && isTouchy(text);
  const shown = useRef(false);
  useWhen([wanted, text === ''], () => {
    if (wanted) shown.current = true;
    else if (shown.current && text === '') setGiven(true);
  });
  return (
    <p class="aside reminder" role="status">
      {wanted ? t('guard.reminder') : ''}
    </p>
  );
}

function SendButton({ sendable, uploading }: { sendable: boolean; uploading: boolean }) {
  const { t } = useWords();
  return (
    <button
      type="submit"
      class="send"
      aria-disabled={!sendable}
      title={uploading ? t('write.uploading') : t('write.send')}
    >
      <SendIcon />
      <span>{t('write.send')}</span>
    </button>
  );
}

/** Where the customer writes: a box that grows, files, emoji, and a button that sends. */
export function Composer({ session, options, c, resolved }: ComposerProps) {
  const { t } = useWords();
  const maxBytes = options.uploadMaxBytes ?? UPLOAD_MAX_DEFAULT;
  const [text, setText] = useDraft(c, options.locale);
  const [seen, setSeen] = useState<Seen | null>(null);
  const pause = usePause(text);
  const asking = useRef(false);
  useWhen([], () => void loadGuard());
  const tray = useTray(options, maxBytes);
  const files = useStore(tray.store, (state) => state.files);
  const dropping = useDrop((dropped) => tray.add(dropped));
  const box = useRef<HTMLTextAreaElement>(null);
  const uploading = files.some(({ state }) => state === 'uploading');
  const ready = files.some(({ state }) => state === 'ready');
  const sendable = (text.trim() !== '' || ready) && text.length <= MESSAGE_MAX && !uploading;

  const post = (words: string, notSecret: readonly MistakableKind[] = []) => {
    session.post(c, words.trim(), tray.empty(), notSecret);
    setText('');
    setSeen(null);
    box.current?.focus();
  };
  const send = async (event?: Event) => {
    event?.preventDefault();
    if (!sendable || asking.current || pause.holds()) return;
    asking.current = true;
    const found = await examine(text, options.locale).finally(() => {
      asking.current = false;
    });
    if (found === null) post(text);
    else setSeen(found);
  };
  const edit = () => {
    setSeen(null);
    box.current?.focus();
  };
  const write = (written: string) => {
    setText(written);
    setSeen(null);
    if (written.trim() === '') session.typing.stopped();
    else session.typing.typed(c);
  };
  const insert = (added: string) => {
    box.current?.focus({ preventScroll: isTouch() });
    box.current?.setRangeText(added, box.current.selectionStart, box.current.selectionEnd, 'end');
    write(box.current?.value ?? text);
  };
  const placeholder = resolved ? t('write.placeholderResolved') : t('write.placeholder');
  return (
    <form class="composer" onSubmit={send}>
      {dropping ? <div class="drop-here">{t('write.drop')}</div> : null}
      <TrayView tray={tray} maxBytes={maxBytes} />
      <Room text={text} />
      {seen === null ? <Reminder text={text} /> : <GuardWarning seen={seen} onSend={post} onEdit={edit} />}
      {pause.held ? (
        <PausePanel
          pause={pause}
          text={text}
          onWords={(words) => {
            write(words);
            box.current?.focus();
          }}
          onSend={() => void send()}
          onEdit={edit}
        />
      ) : null}
      <div class="writing">
        <FileButton onFiles={(chosen) => tray.add(chosen)} />
        <EmojiPicker onPick={insert} />
        <Box
          box={box}
          text={text}
          placeholder={placeholder}
          onText={write}
          onSend={send}
          onFiles={(pasted) => tray.add(pasted)}
        />
        <SendButton sendable={sendable} uploading={uploading} />
      </div>
    </form>
  );
}
