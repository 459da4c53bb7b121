import { ActionIcon, Popover } from '@mantine/core';
import { Smile } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './emoji-picker.module.css';

const emoji = [
  ...'🙂😊😄😉🤝🙏👍👌👏💪🎉✅',
  ...'😅🤔😕😟😢😓😳🙇🤗😌🥲😇',
  ...'💳💰🧾🏦📱💻🔒🔑🔔📷📎📄',
  ...'⏳⏰📅📞📧🔗🔍💡❓❗🔴🟢',
];

/** A small set that suits the work; the arrow keys are the browser's Tab order. */
export function EmojiPicker({ insert }: { insert: (text: string) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="top-start" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('composer.emoji')}
          onClick={() => setOpen(!open)}
        >
          <Smile size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.grid} aria-label={t('composer.emoji')}>
        {emoji.map((each) => (
          <button
            key={each}
            type="button"
            className={classes.emoji}
            onClick={() => {
              setOpen(false);
              insert(each);
            }}
          >
            {each}
          </button>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
