/** @jsxImportSource preact */
import { SmileIcon } from '../ui/icons.tsx';
import { usePopup } from '../ui/use-popup.ts';
import { useWords } from '../words.ts';

/** Enough for a conversation with a support centre; the keyboard has the rest. */
const emoji = [
  '😀',
  '😊',
  '🙂',
  '😉',
  '😂',
  '🤔',
  '😅',
  '😮',
  '😢',
  '😭',
  '😟',
  '😠',
  '😴',
  '🤝',
  '👍',
  '👎',
  '👌',
  '🙏',
  '👏',
  '💪',
  '✌️',
  '👋',
  '👀',
  '❤️',
  '🎉',
  '✅',
  '❌',
  '❓',
  '❗',
  '⏰',
  '📷',
  '📄',
  '💳',
  '💰',
  '🏦',
  '📱',
  '💻',
  '🔒',
  '🔑',
  '🎁',
];
const COLUMNS = 8;

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS };

/** A button with a small set of emoji, moved through with the arrow keys. */
export function EmojiPicker({ onPick }: { onPick(text: string): void }) {
  const { t } = useWords();
  const { open, place, choices, onKeyDown, toggle, close } = usePopup();
  const move = (event: KeyboardEvent) => {
    onKeyDown(event);
    const step = steps[event.key];
    if (!open || step === undefined) return;
    event.preventDefault();
    const all = choices();
    all[(all.indexOf(document.activeElement as HTMLElement) + step + all.length) % all.length]?.focus();
  };
  const pick = (text: string) => {
    close();
    onPick(text);
  };
  const label = t('write.emoji');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are heard from whatever inside has the focus
    <div class="emoji" ref={place} onKeyDown={move}>
      <button
        type="button"
        class="round"
        aria-label={label}
        title={label}
        aria-expanded={open}
        onClick={toggle}
      >
        <SmileIcon />
      </button>
      {open ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields
        <div class="emoji-grid" role="group" aria-label={t('write.emojiList')}>
          {emoji.map((text, index) => (
            <button key={text} type="button" tabIndex={index === 0 ? 0 : -1} onClick={() => pick(text)}>
              {text}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
