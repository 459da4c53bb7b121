import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import { useTopicName } from '../conversation/people.ts';
import { currentLocale } from '../i18n.ts';
import { useNow } from '../ui/now.ts';
import { Person } from '../ui/person.tsx';
import { clockTime, fullTime, shortTime } from '../ui/time.ts';
import { WaitingClock } from '../ui/waiting-clock.tsx';
import classes from './row.module.css';

function When({ row }: { row: ConversationSummary }) {
  const locale = currentLocale();
  const now = useNow(60);
  if (row.waitingSince !== null && row.status === 'open') return <WaitingClock row={row} />;
  return (
    <time className={classes.time} dateTime={row.activityAt} title={fullTime(row.activityAt, locale)}>
      {shortTime(row.activityAt, locale, now) || clockTime(row.activityAt, locale)}
    </time>
  );
}

interface Props {
  row: ConversationSummary;
  open: boolean;
  view: string;
}

/** A conversation in the list: who, about what, the last words, and how long they have waited. */
export const Row = memo(function Row({ row, open, view }: Props) {
  const { t } = useTranslation();
  const topic = useTopicName()(row.topic);
  const name = row.customer.name || t('customer.unnamed');
  return (
    <Link
      href={`/inbox/${view}/${row.id}`}
      className={classes.row}
      aria-current={open || undefined}
      data-unread={row.unread || undefined}
    >
      <span className={classes.mark}>
        <Person name={name} />
        {row.unread && <span className={classes.unread} role="img" aria-label={t('inbox.unread')} />}
      </span>
      <span className={classes.words}>
        <span className={classes.line}>
          <span className={classes.name}>{name}</span>
          {row.priority !== 'normal' && (
            <span className={classes.priority} data-priority={row.priority}>
              {t(`priority.${row.priority}`)}
            </span>
          )}
          <span className={classes.topic}>{topic}</span>
          <When row={row} />
        </span>
        <span className={classes.line}>
          <span className={classes.preview}>
            {row.previewBy === 'agent' && <span className={classes.by}>{t('inbox.byUs')}</span>}
            {row.preview}
          </span>
          {row.agent && <span className={classes.agent}>{view === 'mine' ? '' : row.agent.name}</span>}
        </span>
      </span>
    </Link>
  );
});
