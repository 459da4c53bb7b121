import type { Deps } from '../../deps.ts';
import { countByTopic, findArticles, oneOfEach } from '../../help/find-articles.ts';
import type { App } from '../../platform/http.ts';
import { homePage } from '../pages/home.ts';
import { sourcesOf } from '../sources.ts';
import { page } from './pages.ts';

/** How many often-asked questions the home page lists. */
const POPULAR = 6;

export function registerHome(app: App, deps: Deps): void {
  page(app, deps, '/', async (view, request) => {
    const [articles, conversations] = await Promise.all([
      findArticles(deps, { locale: view.locale, limit: 1_000 }),
      sourcesOf(deps).conversations(request),
    ]);
    const order = view.topics.map((topic) => topic.id);
    return homePage(view, {
      counts: countByTopic(articles),
      popular: oneOfEach(articles, order).slice(0, POPULAR),
      conversations,
    });
  });
}
