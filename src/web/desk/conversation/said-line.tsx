import { Check, CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { currentLocale } from '../i18n.ts';
import { RedactButton } from '../redaction/redact-button.tsx';
import { clockTime, fullTime } from '../ui/time.ts';
import { Bubble } from './bubble.tsx';
import type { Line } from './lines.ts';
import { MakeArticleButton } from './make-article-button.tsx';
import { actorName } from './quiet-text.ts';
import classes from './said-line.module.css';

type SaidLine = Extract<Line, { kind: 'said' }>;
export type Progress = 'sent' | 'delivered' | 'read';

function Receipt({ progress }: { progress: Progress }) {
  const { t } = useTranslation();
  const Icon = progress === 'sent' ? Check : CheckCheck;
  return (
    <span className={classes.receipt} data-progress={progress}>
      <Icon size={14} aria-hidden="true" />
      {t(`timeline.${progress}`)}
    </span>
  );
}

interface Props {
  conversationId: string;
  line: SaidLine;
  customer: string;
  /** Shown under the last message of ours only. */
  progress: Progress | null;
  found: boolean;
}

/** A message or note that is in the log; the first of a group says who and when. */
export function Said({ conversationId, line: { event, first }, customer, progress, found }: Props) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const note = event.type === 'note.added';
  const side = note ? 'note' : event.actor.kind === 'customer' ? 'customer' : 'us';
  const { text, attachments = [], removed = [], redactions = [] } = event.body;
  return (
    <div className={classes.line} data-side={side}>
      {first && (
        <p className={classes.head}>
          <span className={classes.who}>{actorName(event.actor, { t, customer })}</span>
          {event.actor.kind === 'agent' && <span>{event.actor.staffNumber}</span>}
          {note && <span className={classes.kind}>{t('timeline.note')}</span>}
          <time dateTime={event.at} title={fullTime(event.at, locale)}>
            {clockTime(event.at, locale)}
          </time>
        </p>
      )}
      <div className={classes.row}>
        <Bubble
          side={side}
          text={text}
          attachments={attachments}
          masked={removed.length > 0}
          found={found}
          conversationId={conversationId}
        />
        {event.type === 'message.posted' && event.actor.kind === 'agent' && (
          <MakeArticleButton conversationId={conversationId} seq={event.seq} />
        )}
        <RedactButton
          conversationId={conversationId}
          seq={event.seq}
          text={text}
          earlier={redactions.length}
        />
      </div>
      {progress !== null && <Receipt progress={progress} />}
    </div>
  );
}
