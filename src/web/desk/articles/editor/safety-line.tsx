import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentLocale } from '../../i18n.ts';
import { shortTime } from '../../ui/time.ts';
import type { Kept } from './article-keeper.ts';
import classes from './editor-header.module.css';

/** Where what was typed is now, in a few words; read out only when it is not where it should be. */
export function SafetyLine({ kept, retry }: { kept: Kept; retry: () => void }) {
  const { t } = useTranslation();
  const { safety, article, refusal } = kept;
  const bad = safety !== 'saved' && safety !== 'saving';
  const { at, by } = article.changed;
  const time = shortTime(at, currentLocale(), Date.now());
  return (
    <>
      <span className={classes.safety} data-bad={bad || undefined} role="status">
        {safety === 'saved' &&
          (by === null
            ? t('articles.safety.savedAt', { time })
            : t('articles.safety.savedBy', { time, name: by.name }))}
        {safety !== 'saved' && t(`articles.safety.${safety}`)}
        {safety === 'refused' && refusal !== null && refusal.fields.length === 0 && ` ${refusal.message}`}
      </span>
      {(safety === 'here' || safety === 'refused') && (
        <Button size="compact-xs" variant="subtle" onClick={retry}>
          {t('state.retry')}
        </Button>
      )}
    </>
  );
}
