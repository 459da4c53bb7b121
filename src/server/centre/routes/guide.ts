import type { Deps } from '../../deps.ts';
import { glossaryIn } from '../../glossary/glossary.ts';
import { openGuide } from '../../guide/guide.ts';
import { openLibrary } from '../../help/library.ts';
import type { App } from '../../platform/http.ts';
import { glossaryPage } from '../pages/glossary.ts';
import { guidePage } from '../pages/guide.ts';
import { page } from './pages.ts';

const topicsOf = async (deps: Deps): Promise<Map<string, string>> =>
  new Map((await openLibrary(deps)).articles.map(({ id, topic }) => [id, topic]));

/** The glossary, and the guided path for somebody who does not know where to start. */
export function registerGuide(app: App, deps: Deps): void {
  page(app, deps, '/help/glossary', async (view) => glossaryPage(view, await glossaryIn(deps, view.locale)));
  page(app, deps, '/help/start', async (view) => {
    const { first } = await openGuide();
    return guidePage(view, first, true, await topicsOf(deps));
  });
  page<{ step: string }>(app, deps, '/help/start/:step', async (view, request) => {
    const { first, steps } = await openGuide();
    const step = steps.get(request.params.step);
    return step === undefined ? null : guidePage(view, step, step === first, await topicsOf(deps));
  });
}
