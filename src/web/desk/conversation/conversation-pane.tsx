import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Composer, type ComposerHandle } from '../composer/composer.tsx';
import { CustomerPanel } from '../customer/customer-panel.tsx';
import { outboxOf } from '../live/outbox.ts';
import { ProofCard } from '../proof/proof-card.tsx';
import { useMe } from '../session/me.ts';
import { Failed, SkeletonRows } from '../ui/state.tsx';
import { Announcer } from './announcer.tsx';
import classes from './conversation-pane.module.css';
import { Header } from './header.tsx';
import { Timeline } from './timeline.tsx';
import { useActs } from './use-acts.ts';
import { useCommands } from './use-commands.ts';
import { useConversation } from './use-conversation.ts';
import { useViewing } from './use-viewing.ts';

const AssignDialog = lazy(() => import('./assign-dialog.tsx').then((m) => ({ default: m.AssignDialog })));

interface Props {
  id: string;
  viewName: string;
  seq: number | null;
  panel: boolean;
  togglePanel: () => void;
}

/** One conversation: what was said, the place to answer, and who this is. */
export function ConversationPane({ id, viewName, seq, panel, togglePanel }: Props) {
  const { t } = useTranslation();
  const { summary, state, error, retry } = useConversation(id, seq);
  const acts = useActs(summary);
  const outbox = outboxOf(useMe().id);
  const composer = useRef<ComposerHandle>(null);
  const [assigning, setAssigning] = useState(false);
  const assign = useCallback(() => setAssigning(true), []);
  useCommands({ summary, acts, composer, assign });
  const loaded = summary !== undefined && state !== undefined;
  useViewing(id, (state?.events.length ?? 0) > 0);
  if (error !== null && !loaded) return <Failed error={error} retry={retry} />;
  return (
    <div className={classes.pane} data-panel={panel || undefined}>
      <section
        className={classes.main}
        aria-label={t('timeline.with', { name: summary?.customer.name ?? '' })}
      >
        {!loaded ? (
          <SkeletonRows count={7} height={72} />
        ) : (
          <>
            <Header {...{ summary, acts, viewName, assign, panel, togglePanel }} />
            <Timeline summary={summary} state={state} outbox={outbox} seq={seq} />
            <Announcer summary={summary} state={state} />
            <ProofCard id={id} />
            <Composer ref={composer} summary={summary} outbox={outbox} reopen={acts.reopen} />
          </>
        )}
      </section>
      {panel && summary && (
        <CustomerPanel
          {...{ summary, state, acts, viewName }}
          insert={(words) => composer.current?.write('reply', words)}
        />
      )}
      {assigning && summary && (
        <Suspense fallback={null}>
          <AssignDialog summary={summary} acts={acts} close={() => setAssigning(false)} />
        </Suspense>
      )}
    </div>
  );
}
