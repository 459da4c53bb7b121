import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { registerEditingRoutes } from '../editing/routes/index.ts';
import { registerPictures } from '../pictures/routes.ts';
import { registerTransfer } from '../transfer/routes.ts';
import { registerAnswers } from './answers.ts';
import { registerArticle } from './article.ts';
import { registerArticles } from './articles.ts';

/** The help centre's API, for everybody and for its editors. */
export function registerHelpRoutes(app: App, deps: Deps): void {
  registerArticles(app, deps);
  registerArticle(app, deps);
  registerAnswers(app, deps);
  registerPictures(app, deps);
  registerEditingRoutes(app, deps);
  registerTransfer(app, deps);
}
