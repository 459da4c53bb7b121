import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './keys-help.module.css';

const groups = [
  {
    name: 'keys.everywhere',
    keys: [
      ['Ctrl K', 'keys.palette'],
      ['?', 'keys.help'],
      ['S', 'keys.search'],
    ],
  },
  {
    name: 'keys.list',
    keys: [
      ['J', 'keys.next'],
      ['K', 'keys.previous'],
      ['Enter', 'keys.open'],
    ],
  },
  {
    name: 'keys.conversation',
    keys: [
      ['R', 'keys.reply'],
      ['N', 'keys.note'],
      ['C', 'keys.claim'],
      ['T', 'keys.assign'],
      ['E', 'keys.resolve'],
      ['L', 'keys.tags'],
    ],
  },
  {
    name: 'keys.writing',
    keys: [
      ['Enter', 'keys.send'],
      ['Shift Enter', 'keys.newline'],
      ['/', 'keys.canned'],
      ['#', 'keys.articles'],
      ['Esc', 'keys.leave'],
    ],
  },
] as const;

/** Every key of the desk on one card. */
export function KeysHelp({ close }: { close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={close}
      title={t('keys.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.groups}>
        {groups.map(({ name, keys }) => (
          <section key={name}>
            <h3 className={classes.heading}>{t(name)}</h3>
            <dl className={classes.keys}>
              {keys.map(([key, meaning]) => (
                <div key={meaning} className={classes.line}>
                  <dt>{t(meaning)}</dt>
                  <dd>
                    {key.split(' ').map((part) => (
                      <kbd key={part}>{part}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
