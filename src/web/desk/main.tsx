import './mantine.css';
import './desk.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.ts';
import { App } from './app.tsx';
import { startI18n } from './i18n.ts';
import { watchAttendance } from './session/attended.ts';
import { meQuery } from './session/me.ts';
import { theme, tokensToMantine } from './theme.ts';

const root = document.getElementById('desk');
if (root === null) throw new Error('the page has no #desk');

// A part that is loaded later is gone when a newer version was installed meanwhile: take the newer one, drafts are kept.
// Once, since a server that is away would make it go round.
window.addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('reloaded-at') ?? 0);
  if (!navigator.onLine || Date.now() - last < 60_000) return;
  event.preventDefault();
  sessionStorage.setItem('reloaded-at', String(Date.now()));
  location.reload();
});

watchAttendance();
// Who is signed in is asked while the words are being loaded.
void queryClient.prefetchQuery(meQuery);
await startI18n();
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={tokensToMantine} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
