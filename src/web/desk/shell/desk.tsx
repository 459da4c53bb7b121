import { lazy, Suspense, useEffect } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { listenForFirstTouch } from '../alerts/sound.ts';
import { InboxPage } from '../inbox/inbox-page.tsx';
import { useLive } from '../live/use-live.ts';
import { Offers, UnattendedAlarm } from '../queue/offers.tsx';
import { ConfirmDialog } from '../session/confirm-dialog.tsx';
import { useMay } from '../session/me.ts';
import { SkeletonRows } from '../ui/state.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import classes from './desk.module.css';
import { LogBanner } from './log-banner.tsx';
import { Overlays } from './overlays.tsx';
import { Sidebar } from './sidebar.tsx';

const Queue = lazy(() => import('../queue/queue-page.tsx').then((m) => ({ default: m.QueuePage })));
const Search = lazy(() => import('../search/search-page.tsx').then((m) => ({ default: m.SearchPage })));
const Account = lazy(() => import('../account/account-page.tsx').then((m) => ({ default: m.AccountPage })));
const Articles = lazy(() =>
  import('../articles/articles-page.tsx').then((m) => ({ default: m.ArticlesPage })),
);
const ArticleEditor = lazy(() =>
  import('../articles/editor/editor-page.tsx').then((m) => ({ default: m.EditorPage })),
);
const Admin = lazy(() => import('../admin/admin-page.tsx').then((m) => ({ default: m.AdminPage })));

/** The desk of somebody who is signed in: views on the left, the place they are at beside it. */
export function Desk() {
  const may = useMay();
  const reads = may('conversation.read');
  useLive(reads);
  useEffect(listenForFirstTouch, []);
  const home = reads ? '/inbox/mine' : '/articles';
  return (
    <div className={classes.desk}>
      <Sidebar />
      <ConfirmDialog />
      <div className={classes.place}>
        <ConnectionBanner />
        <LogBanner />
        {reads && <UnattendedAlarm />}
        <Suspense fallback={<SkeletonRows />}>
          <Switch>
            {reads && (
              <Route path="/inbox/:view/:id?">
                {({ view, id }) => <InboxPage viewName={view} id={id ?? null} />}
              </Route>
            )}
            <Route path="/search">{may('search.use') ? <Search /> : <Redirect to={home} replace />}</Route>
            <Route path="/queue">{may('queue.read') ? <Queue /> : <Redirect to={home} replace />}</Route>
            <Route path="/account">
              <Account />
            </Route>
            <Route path="/articles/edit/:id">{({ id }) => <ArticleEditor key={id} id={id} />}</Route>
            <Route path="/articles/:section?">
              {({ section }) => <Articles section={section ?? null} />}
            </Route>
            <Route path="/admin/:section?">{({ section }) => <Admin section={section ?? null} />}</Route>
            <Route>
              <Redirect to={home} replace />
            </Route>
          </Switch>
        </Suspense>
      </div>
      {reads && <Offers />}
      <Overlays />
    </div>
  );
}
