import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { accentStyle, accentTokens } from '../accent.ts';
import { sourcesOf } from '../sources.ts';
import { hidden } from './pages.ts';

const isColour = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f]{6}$/.test(text);

const mark = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${colour}"/><g transform="translate(6 6) scale(.8333)" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"><path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.500-1.200 6.240-2.720a1.170 1.170 0 0 1 1.520 0C14.510 3.810 17 5 19 5a1 1 0 0 1 1 1z"/><path d="m9 12 2 2 4-4"/></g></svg>`;

/** The brand's colour as a style sheet, and the mark that browsers show in a tab. */
export function registerBrandFiles(app: App, deps: Deps): void {
  app.get<{ Querystring: { accent?: unknown } }>('/brand.css', hidden, async (request, reply) => {
    const { accent } = request.query;
    // The colour is part of the address, so that a change shows at once and the file can be kept for ever.
    const colour = isColour(accent) ? `#${accent}` : (await sourcesOf(deps).brand()).accent;
    const keep = isColour(accent) ? 'public, max-age=31536000, immutable' : 'no-cache';
    return reply.type('text/css; charset=utf-8').header('cache-control', keep).send(accentStyle(colour));
  });
  app.get('/favicon.svg', hidden, async (_request, reply) => {
    const { accent } = await sourcesOf(deps).brand();
    const [light] = accentTokens(accent).accent ?? [accent];
    return reply.type('image/svg+xml').header('cache-control', 'public, max-age=3600').send(mark(light));
  });
}
