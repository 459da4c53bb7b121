import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditableArticle } from '../../../../contract/editing.ts';
import { currentLocale } from '../../i18n.ts';
import { dateTime } from '../../ui/time.ts';
import { say } from '../../ui/toast.tsx';
import { Comparison } from '../revisions/comparison.tsx';
import type { ArticleKeeper, Kept } from './article-keeper.ts';
import classes from './contested.module.css';
import { contentOf } from './form.ts';

interface Props {
  keeper: ArticleKeeper;
  kept: Kept;
  theirs: EditableArticle;
}

/** Somebody else saved meanwhile: both texts are safe, and the editor says which one goes on. */
export function Contested({ keeper, kept, theirs }: Props) {
  const { t } = useTranslation();
  const [comparing, setComparing] = useState(false);
  const take = () => {
    const mine = keeper.takeTheirs();
    say(t('articles.contested.taken'), () => keeper.change(mine));
  };
  const { at, by } = theirs.changed;
  const values = { name: by?.name ?? '—', at: dateTime(at, currentLocale()) };
  return (
    <div role="alert" className={classes.contested}>
      <p>{t('articles.contested.text', values)}</p>
      <div className={classes.acts}>
        <Button size="compact-sm" variant="default" onClick={() => setComparing(true)}>
          {t('articles.contested.compare')}
        </Button>
        <Button size="compact-sm" onClick={() => keeper.keepMine()}>
          {t('articles.contested.keepMine')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={take}>
          {t('articles.contested.takeTheirs')}
        </Button>
      </div>
      {comparing && (
        <Modal
          opened
          size="xl"
          onClose={() => setComparing(false)}
          title={t('articles.contested.compareTitle', values)}
          closeButtonProps={{ 'aria-label': t('common.close') }}
        >
          <Comparison before={theirs.content} after={contentOf(kept.form)} />
        </Modal>
      )}
    </div>
  );
}
