import { Button } from '@mantine/core';
import { Check, Clock, RotateCw, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Outbox } from '../../shared/outbox/outbox.ts';
import { useConnectionStatus } from '../live/connection.ts';
import { useMe } from '../session/me.ts';
import { Bubble } from './bubble.tsx';
import type { Line } from './lines.ts';
import classes from './said-line.module.css';

type MineLine = Extract<Line, { kind: 'mine' }>;

/** Something of ours on its way: pending, sent and about to appear, or refused with its reason and a way on. */
export function Mine({ line: { item, first }, outbox }: { line: MineLine; outbox: Outbox }) {
  const { t } = useTranslation();
  const me = useMe();
  const online = useConnectionStatus().phase === 'online';
  const note = item.kind === 'note';
  return (
    <div className={classes.line} data-side={note ? 'note' : 'us'}>
      {first && (
        <p className={classes.head}>
          <span className={classes.who}>{me.displayName}</span>
          {note && <span className={classes.kind}>{t('timeline.note')}</span>}
        </p>
      )}
      <Bubble
        side={note ? 'note' : 'us'}
        text={item.text}
        attachments={item.attachments}
        faded={item.state !== 'sent'}
      />
      {item.state === 'failed' ? (
        <span className={classes.failed} role="alert">
          {t('timeline.failed', { reason: item.reason ?? '' })}
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<RotateCw size={12} />}
            onClick={() => outbox.retry(item.id)}
          >
            {t('timeline.retry')}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<Trash2 size={12} />}
            onClick={() => outbox.remove(item.id)}
          >
            {t('timeline.discard')}
          </Button>
        </span>
      ) : (
        <span className={classes.pending}>
          {item.state === 'sent' ? (
            <Check size={14} aria-hidden="true" />
          ) : (
            <Clock size={12} aria-hidden="true" />
          )}
          {t(item.state === 'sent' ? 'timeline.sent' : online ? 'timeline.sending' : 'timeline.waiting')}
        </span>
      )}
    </div>
  );
}
