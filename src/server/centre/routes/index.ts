import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { registerAssets } from '../assets.ts';
import { registerBrandFiles } from './brand-files.ts';
import { registerChat } from './chat.ts';
import { registerCheck } from './check.ts';
import { registerContact } from './contact.ts';
import { registerApiDocs } from './docs.ts';
import { answerFailure, registerNotFound } from './failures.ts';
import { registerGuide } from './guide.ts';
import { registerHelp } from './help.ts';
import { registerHome } from './home.ts';
import { registerLeave } from './leave.ts';
import { registerMy } from './my.ts';
import { registerPreview } from './preview.ts';
import { registerRobots } from './robots.ts';
import { registerSitemap } from './sitemap.ts';
import { registerSolved } from './solved.ts';
import { registerWhyNot } from './why-not.ts';

/** Plain HTML forms. Only the pages take them: the API stays with JSON, which a foreign form cannot send. */
function acceptForms(app: App): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
}

/** The public pages, their assets, the API's documentation, and the answer where nothing lives. */
export function registerCentreRoutes(app: App, deps: Deps): void {
  registerNotFound(app, deps);
  registerPreview(app, deps);
  app.register(async (scope: App) => {
    await registerAssets(scope);
    acceptForms(scope);
    scope.setErrorHandler(answerFailure);
    for (const register of [
      registerHome,
      registerHelp,
      registerGuide,
      registerSolved,
      registerWhyNot,
      registerContact,
      registerCheck,
      registerLeave,
      registerChat,
      registerMy,
    ]) {
      register(scope, deps);
    }
    registerBrandFiles(scope, deps);
    registerRobots(scope, deps);
    registerSitemap(scope, deps);
    registerApiDocs(scope, deps);
  });
}
