import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import type { ConversationState } from '../../shared/conversation/state.ts';
import { progressOf } from '../../shared/conversation/timeline.ts';
import type { Outbox } from '../../shared/outbox/outbox.ts';
import { currentLocale } from '../i18n.ts';
import { useNow } from '../ui/now.ts';
import { clockTime, dayName, fullTime } from '../ui/time.ts';
import type { Line } from './lines.ts';
import { Mine } from './mine-line.tsx';
import { useTopicName } from './people.ts';
import { quietText } from './quiet-text.ts';
import { Said } from './said-line.tsx';
import classes from './timeline.module.css';

interface Props {
  line: Line;
  summary: ConversationSummary;
  outbox: Outbox;
  found: boolean;
  /** Given for the one message whose way to the customer is shown. */
  receipts: ConversationState | null;
}

/** One line of the timeline, whatever kind it is. */
export function LineView({ line, summary, outbox, found, receipts }: Props) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const now = useNow(3600);
  const topic = useTopicName();
  const customer = summary.customer.name || t('customer.unnamed');
  if (line.kind === 'day') return <h2 className={classes.day}>{dayName(line.at, locale, now)}</h2>;
  if (line.kind === 'unread') return <p className={classes.unread}>{t('timeline.unread')}</p>;
  if (line.kind === 'mine') return <Mine line={line} outbox={outbox} />;
  if (line.kind === 'said') {
    const progress = receipts === null ? null : progressOf(line.event.seq, receipts, 'staff');
    return <Said conversationId={summary.id} {...{ line, customer, progress, found }} />;
  }
  return (
    <p className={classes.quiet}>
      {quietText(line.event, { t, customer, topic })}
      <time dateTime={line.event.at} title={fullTime(line.event.at, locale)}>
        {clockTime(line.event.at, locale)}
      </time>
    </p>
  );
}
