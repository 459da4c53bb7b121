import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import { clockText, waitOf } from '../inbox/waiting.ts';
import { useNow } from './now.ts';
import classes from './waiting-clock.module.css';

/** How long the customer has waited, live; takes the late colour once and keeps it. Nothing when nobody waits. */
export function WaitingClock({ row }: { row: ConversationSummary }) {
  const { t } = useTranslation();
  const wait = waitOf(row, useNow());
  if (wait === null) return null;
  const clock = clockText(wait.ms);
  return (
    <span
      className={classes.clock}
      data-late={wait.late || undefined}
      title={t(wait.late ? 'waiting.late' : 'waiting.since')}
    >
      <span className="visually-hidden">{t(wait.late ? 'waiting.late' : 'waiting.since')} </span>
      {clock}
    </span>
  );
}
