import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { connection, useConnectionStatus } from '../live/connection.ts';
import { useNow } from '../ui/now.ts';
import classes from './connection-banner.module.css';

/** Tells the truth about the line while it is down, and that nothing written is lost. Silent while it works. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const status = useConnectionStatus();
  const now = useNow();
  const quiet =
    status.phase === 'online' ||
    status.phase === 'connecting' ||
    (status.phase === 'ended' && status.reason !== 'too-old');
  const seconds = status.phase === 'waiting' ? Math.max(0, Math.ceil((status.retryAt - now) / 1000)) : 0;
  return (
    <div role="status">
      {!quiet && (
        <div className={classes.banner}>
          {status.phase === 'waiting' &&
            t(status.offline ? 'connection.offline' : 'connection.lost', { seconds })}
          {status.phase === 'ended' && t('connection.tooOld')}
          <UnstyledButton
            className={classes.act}
            onClick={() => (status.phase === 'ended' ? location.reload() : connection.wake())}
          >
            {t(status.phase === 'ended' ? 'connection.reload' : 'connection.tryNow')}
          </UnstyledButton>
        </div>
      )}
    </div>
  );
}
