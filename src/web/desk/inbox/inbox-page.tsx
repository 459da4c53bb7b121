import { MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useSearchParams } from 'wouter';
import { ConversationPane } from '../conversation/conversation-pane.tsx';
import { remember, remembered } from '../ui/remembered.ts';
import { Empty } from '../ui/state.tsx';
import classes from './inbox-page.module.css';
import { List } from './list.tsx';
import { useInboxTitle } from './use-inbox-title.ts';
import { parseView } from './view.ts';

/** Open unless it was closed here before, or would cover the conversation (see the style sheet). */
const panelAtStart = () => remembered('panel') !== 'closed' && !matchMedia('(max-width: 68rem)').matches;

/** The list of a view and, beside it, the conversation that is open. */
export function InboxPage({ viewName, id }: { viewName: string; id: string | null }) {
  const { t } = useTranslation();
  const view = parseView(viewName);
  const [params] = useSearchParams();
  const [panel, setPanel] = useState(panelAtStart);
  const seq = Number(params.get('seq') ?? 0);
  useInboxTitle(view);
  if (view === null) return <Redirect to="/inbox/mine" replace />;
  const togglePanel = () => {
    remember('panel', panel ? 'closed' : null);
    setPanel(!panel);
  };
  return (
    <main className={classes.inbox} data-open={id !== null || undefined}>
      <div className={classes.list}>
        <List key={viewName} view={view} openId={id} />
      </div>
      <div className={classes.conversation}>
        {id === null ? (
          <Empty icon={MessagesSquare} title={t('inbox.chooseTitle')} hint={t('inbox.chooseHint')} />
        ) : (
          <ConversationPane
            key={id}
            id={id}
            viewName={viewName}
            seq={Number.isInteger(seq) && seq > 0 ? seq : null}
            panel={panel}
            togglePanel={togglePanel}
          />
        )}
      </div>
    </main>
  );
}
