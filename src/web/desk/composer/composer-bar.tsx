import { ActionIcon, Button, FileButton, Tooltip } from '@mantine/core';
import { Paperclip, SendHorizontal, Slash } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MESSAGE_MAX } from '../../../contract/limits.ts';
import classes from './composer.module.css';
import { EmojiPicker } from './emoji-picker.tsx';

const accepted = 'image/png,image/jpeg,image/webp,image/gif,application/pdf';

interface Props {
  note: boolean;
  length: number;
  sendable: boolean;
  send: () => void;
  attach: (files: Iterable<File>) => void;
  insert: (text: string) => void;
}

/** What helps with writing, and the button that sends. */
export function ComposerBar({ note, length, sendable, send, attach, insert }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.bar}>
      <FileButton multiple accept={accepted} onChange={attach}>
        {(props) => (
          <ActionIcon {...props} variant="subtle" color="gray" aria-label={t('composer.attach')}>
            <Paperclip size={18} />
          </ActionIcon>
        )}
      </FileButton>
      <EmojiPicker insert={insert} />
      <Tooltip label={t('composer.canned')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('composer.canned')}
          onClick={() => insert('/')}
        >
          <Slash size={16} />
        </ActionIcon>
      </Tooltip>
      {length > MESSAGE_MAX * 0.9 && (
        <span className={classes.length} data-over={length > MESSAGE_MAX || undefined}>
          {length}/{MESSAGE_MAX}
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
  );
}
