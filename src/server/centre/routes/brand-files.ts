import sharp from 'sharp';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { accentStyle, accentTokens } from '../accent.ts';
import { sourcesOf } from '../sources.ts';
import { hidden } from './pages.ts';

const isColour = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f]{6}$/.test(text);

const shield = `<g transform="translate(6 6) scale(.8333)" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"><path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.500-1.200 6.240-2.720a1.170 1.170 0 0 1 1.520 0C14.510 3.810 17 5 19 5a1 1 0 0 1 1 1z"/><path d="m9 12 2 2 4-4"/></g>`;

const mark = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${colour}"/>${shield}</svg>`;

/** The picture beside a link that is passed on, in the size that Open Graph's readers ask for. */
const card = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect width="1200" height="630" fill="${colour}"/><g transform="translate(408 123) scale(12)">${shield}</g></svg>`;

let drawn: { colour: string; picture: Promise<Buffer> } | null = null;

/** The card in a colour; the latest is kept, because drawing it costs more than sending it. */
function drawCard(colour: string): Promise<Buffer> {
  if (drawn?.colour !== colour)
    drawn = {
      colour,
      picture: sharp(Buffer.from(card(colour)))
        .png({ palette: true })
        .toBuffer(),
    };
  return drawn.picture;
}

/** The brand's colour as a style sheet, the mark that browsers show in a tab, and the picture beside a link. */
export function registerBrandFiles(app: App, deps: Deps): void {
  const lightAccent = async (): Promise<string> => {
    const { accent } = await sourcesOf(deps).brand();
    return accentTokens(accent).accent?.[0] ?? accent;
  };
  app.get<{ Querystring: { accent?: unknown } }>('/brand.css', hidden, async (request, reply) => {
    const { accent } = request.query;
    // The colour is part of the address, so that a change shows at once and the file can be kept for ever.
    const colour = isColour(accent) ? `#${accent}` : (await sourcesOf(deps).brand()).accent;
    const keep = isColour(accent) ? 'public, max-age=31536000, immutable' : 'no-cache';
    return reply.type('text/css; charset=utf-8').header('cache-control', keep).send(accentStyle(colour));
  });
  app.get('/share.png', hidden, async (_request, reply) =>
    reply
      .type('image/png')
      .header('cache-control', 'public, max-age=3600')
      .send(await drawCard(await lightAccent())),
  );
  app.get('/favicon.svg', hidden, async (_request, reply) => {
    return reply
      .type('image/svg+xml')
      .header('cache-control', 'public, max-age=3600')
      .send(mark(await lightAccent()));
  });
}
