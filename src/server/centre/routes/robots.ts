import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { originOf } from '../view.ts';
import { hidden } from './pages.ts';

const robots = (origin: string): string => `User-agent: *
Disallow: /api/
Disallow: /desk
Disallow: /my
Disallow: /chat

Sitemap: ${origin}/sitemap.xml
`;

/** What search engines leave alone, and where they find the rest. */
export function registerRobots(app: App, deps: Deps): void {
  app.get('/robots.txt', hidden, async (request, reply) =>
    reply.type('text/plain; charset=utf-8').send(robots(originOf(deps, request))),
  );
}
