import { ArrowDown } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import type { ConversationState } from '../../shared/conversation/state.ts';
import { timeline } from '../../shared/conversation/timeline.ts';
import type { Outbox } from '../../shared/outbox/outbox.ts';
import { useOutboxItems } from '../live/outbox.ts';
import { useMe } from '../session/me.ts';
import { LineView } from './line-view.tsx';
import { type Line, linesOf } from './lines.ts';
import classes from './timeline.module.css';
import { useReading } from './use-reading.ts';
import { useTimelineScroll } from './use-timeline-scroll.ts';

/**
 * Up to where the staff had read when the conversation was opened; the unread mark stays there for this visit. Null
 * when nothing was unread then: what arrives before one's eyes needs no mark.
 */
function useReadAtOpening(state: ConversationState, lastSeq: number): number | null {
  const [read, setRead] = useState<number | null | undefined>(undefined);
  const loaded = state.events.length > 0;
  useEffect(() => {
    if (!loaded) return;
    const { read: upTo } = state.receipts.staff;
    setRead((known) => (known === undefined ? (upTo < lastSeq ? upTo : null) : known));
  }, [loaded, state, lastSeq]);
  return read ?? null;
}

function lastOfOurs(lines: readonly Line[]): string | null {
  const line = lines.findLast(
    (each) =>
      each.kind === 'said' && each.event.type === 'message.posted' && each.event.actor.kind === 'agent',
  );
  return line?.key ?? null;
}

interface Props {
  summary: ConversationSummary;
  state: ConversationState;
  outbox: Outbox;
  seq: number | null;
}

/** What was said and done, oldest first, live at its end; earlier pages come in when scrolled to. */
export function Timeline({ summary, state, outbox, seq }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const items = useOutboxItems(outbox, summary.id);
  const readUpTo = useReadAtOpening(state, summary.lastSeq);
  const lines = useMemo(
    () => linesOf(timeline(state, items), me.id, readUpTo),
    [state, items, me.id, readUpTo],
  );
  const { scroller, virtual, atEnd, target } = useTimelineScroll(lines, state, seq);
  const unseen = useReading(summary.id, state, atEnd);
  const ours = lastOfOurs(lines);
  return (
    <div className={classes.frame}>
      <section
        ref={scroller}
        className={classes.scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t('timeline.title')}
      >
        <ol className={classes.lines} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const line = lines[index];
            return (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={classes.item}
                style={{ transform: `translateY(${start}px)` }}
              >
                {line && (
                  <LineView
                    line={line}
                    summary={summary}
                    outbox={outbox}
                    found={index === target}
                    receipts={line.key === ours ? state : null}
                  />
                )}
              </li>
            );
          })}
        </ol>
      </section>
      {!atEnd && lines.length > 0 && (
        <button
          type="button"
          className={classes.jump}
          data-new={unseen > 0 || undefined}
          onClick={() => virtual.scrollToEnd()}
        >
          <ArrowDown size={14} aria-hidden="true" />
          {unseen > 0 ? t('timeline.newMessages', { count: unseen }) : t('timeline.toEnd')}
        </button>
      )}
    </div>
  );
}
