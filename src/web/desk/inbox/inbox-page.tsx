import { MessagesSquare } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useSearchParams } from 'wouter';
import { setOnScreen } from '../alerts/alerts.ts';
import { ConversationPane } from '../conversation/conversation-pane.tsx';
import { connection } from '../live/connection.ts';
import { remember, remembered } from '../ui/remembered.ts';
import { Empty } from '../ui/state.tsx';
import classes from './inbox-page.module.css';
import { List } from './list.tsx';
import { useInboxTitle } from './use-inbox-title.ts';
import { parseView } from './view.ts';

/** Tells the server, and through it colleagues, which conversation is on this screen. */
function useViewing(id: string | null): void {
  useEffect(() => {
    connection.send({ t: 'viewing', c: id });
    setOnScreen(id);
    return () => {
      connection.send({ t: 'viewing', c: null });
      setOnScreen(null);
    };
  }, [id]);
}

/** The list of a view and, beside it, the conversation that is open. */
export function InboxPage({ viewName, id }: { viewName: string; id: string | null }) {
  const { t } = useTranslation();
  const view = parseView(viewName);
  const [params] = useSearchParams();
  const [panel, setPanel] = useState(remembered('panel') !== 'closed');
  const seq = Number(params.get('seq') ?? 0);
  useViewing(id);
  useInboxTitle(view);
  if (view === null) return <Redirect to="/inbox/mine" replace />;
  const togglePanel = () => {
    remember('panel', panel ? 'closed' : null);
    setPanel(!panel);
  };
  return (
    <div className={classes.inbox} data-open={id !== null || undefined}>
      <div className={classes.list}>
        <List key={viewName} view={view} openId={id} />
      </div>
      <div className={classes.conversation}>
        {id === null ? (
          <main className={classes.nothing}>
            <Empty icon={MessagesSquare} title={t('inbox.chooseTitle')} hint={t('inbox.chooseHint')} />
          </main>
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
    </div>
  );
}
