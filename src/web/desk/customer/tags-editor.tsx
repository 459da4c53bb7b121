import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../keyboard/composing.ts';
import { useMay } from '../session/me.ts';
import classes from './tags-editor.module.css';

const TAG_MAX = 40;

interface Props {
  tags: readonly string[];
  change: (tags: readonly string[]) => void;
  open: boolean;
}

/** The conversation's tags: type one and press Enter, Backspace in the empty box takes the last one off. */
export function TagsEditor({ tags, change, open }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const [text, setText] = useState('');
  const editable = open && may('conversation.tag');
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const tag = text.trim();
    if (event.key === 'Escape') event.currentTarget.blur();
    else if ((event.key === 'Enter' || event.key === ',') && tag !== '') {
      if (!tags.includes(tag)) change([...tags, tag]);
      setText('');
    } else if (event.key === 'Backspace' && text === '' && tags.length > 0) change(tags.slice(0, -1));
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.tags}>
      {tags.map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
          {editable && (
            <button
              type="button"
              className={classes.remove}
              aria-label={t('tags.remove', { tag })}
              onClick={() => change(tags.filter((each) => each !== tag))}
            >
              <X size={12} aria-hidden="true" />
            </button>
          )}
        </span>
      ))}
      {!editable && tags.length === 0 && <span className={classes.none}>{t('tags.none')}</span>}
      {editable && (
        <input
          id="tags-input"
          className={classes.input}
          value={text}
          maxLength={TAG_MAX}
          aria-label={t('tags.add')}
          placeholder={t('tags.add')}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      )}
    </div>
  );
}
