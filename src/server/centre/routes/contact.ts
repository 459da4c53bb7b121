import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { contactPage } from '../pages/contact.ts';
import { page } from './pages.ts';

export function registerContact(app: App, deps: Deps): void {
  page(app, deps, '/contact', contactPage);
}
