import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/me.ts';
import classes from './resolved-notice.module.css';

/** In place of the box while the conversation is resolved. */
export function ResolvedNotice({ reopen }: { reopen: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <div className={classes.notice}>
      {t('composer.resolved')}
      {may('conversation.resolve') && (
        <Button size="xs" variant="default" onClick={reopen}>
          {t('acts.reopen')}
        </Button>
      )}
    </div>
  );
}
