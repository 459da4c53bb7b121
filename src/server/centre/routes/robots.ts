import type { App } from '../../platform/http.ts';
import { hidden } from './pages.ts';

const robots = [
  'User-agent: *',
  'Disallow: /api/',
  'Disallow: /desk',
  'Disallow: /my',
  'Disallow: /chat',
  '',
].join('\n');

/** What search engines leave alone. */
export function registerRobots(app: App): void {
  app.get('/robots.txt', hidden, async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(robots),
  );
}
