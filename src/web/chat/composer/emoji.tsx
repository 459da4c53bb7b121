/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks';
import { SmileIcon } from '../ui/icons.tsx';
import { useWhen } from '../ui/use-when.ts';
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
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const buttons = () => [...(place.current?.querySelectorAll<HTMLButtonElement>('.emoji-grid button') ?? [])];

  useWhen([open], () => {
    if (!open) return;
    buttons()[0]?.focus();
    const elsewhere = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
    };
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
      place.current?.querySelector('button')?.focus();
    }
    const step = steps[event.key];
    if (!open || step === undefined) return;
    event.preventDefault();
    const all = buttons();
    all[(all.indexOf(document.activeElement as HTMLButtonElement) + step + all.length) % all.length]?.focus();
  };
  const pick = (text: string) => {
    setOpen(false);
    onPick(text);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are heard from whatever inside has the focus
    <div class="emoji" ref={place} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="round"
        aria-label={t('write.emoji')}
        title={t('write.emoji')}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
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
