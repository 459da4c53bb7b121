import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { readWaitHistory } from '../../queue/wait-history.ts';
import { contactPage } from '../pages/contact.ts';
import { page } from './pages.ts';

export function registerContact(app: App, deps: Deps): void {
  page(app, deps, '/contact', async (view) => contactPage(view, await readWaitHistory(deps)));
}
