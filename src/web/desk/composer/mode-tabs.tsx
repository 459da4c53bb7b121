import { useTranslation } from 'react-i18next';
import { useMay } from '../session/me.ts';
import classes from './mode-tabs.module.css';

/** Reply to the customer, or a note that only colleagues see. */
export function ModeTabs({ note, choose }: { note: boolean; choose: (note: boolean) => void }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <fieldset className={classes.tabs} aria-label={t('composer.mode')}>
      {may('conversation.reply') && (
        <button type="button" className={classes.tab} aria-pressed={!note} onClick={() => choose(false)}>
          {t('composer.reply')}{' '}
          <span className="key" aria-hidden="true">
            R
          </span>
        </button>
      )}
      {may('conversation.note') && (
        <button type="button" className={classes.tab} aria-pressed={note} onClick={() => choose(true)}>
          {t('composer.note')}{' '}
          <span className="key" aria-hidden="true">
            N
          </span>
        </button>
      )}
    </fieldset>
  );
}
