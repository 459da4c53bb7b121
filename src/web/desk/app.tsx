import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Router, Switch } from 'wouter';
import { meQuery } from './session/me.ts';
import { SignIn } from './session/sign-in.tsx';
import { Desk } from './shell/desk.tsx';
import { Failed } from './ui/state.tsx';
import { Toasts } from './ui/toast.tsx';

const Forgot = lazy(() => import('./session/forgot.tsx').then((m) => ({ default: m.Forgot })));
const Setup = lazy(() => import('./session/setup.tsx').then((m) => ({ default: m.Setup })));
const ChoosePassword = lazy(() =>
  import('./session/choose-password.tsx').then((m) => ({ default: m.ChoosePassword })),
);

/** Everything that needs somebody signed in; whoever is not sees the sign-in and stays at the address. */
function Guarded() {
  const me = useQuery(meQuery);
  useTranslation();
  if (me.isError) return <Failed error={me.error} retry={() => void me.refetch()} />;
  if (me.isPending) return null;
  return me.data === null ? <SignIn /> : <Desk key={me.data.id} />;
}

export function App() {
  return (
    <Router base="/desk">
      <Suspense fallback={null}>
        <Switch>
          <Route path="/setup/:token">{({ token }) => <Setup token={token} />}</Route>
          <Route path="/reset/:token">{({ token }) => <ChoosePassword token={token} />}</Route>
          <Route path="/forgot">
            <Forgot />
          </Route>
          <Route>
            <Guarded />
          </Route>
        </Switch>
      </Suspense>
      <Toasts />
    </Router>
  );
}
