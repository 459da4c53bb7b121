import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readBrand } from '../brand/read-brand.ts';
import { builtFolder } from '../centre/assets.ts';
import { sendCached } from '../centre/send-cached.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';

/** The files of the launcher's first version. A change that breaks a host page gets a new number beside it. */
const files = {
  'v1.js': 'text/javascript',
  'v1.mjs': 'text/javascript',
  'v1.d.ts': 'text/plain',
} as const;

/** An hour without asking, a day while asking: a host page never waits for us to have changed. */
const CACHED = 'public, max-age=3600, stale-while-revalidate=86400';

/** Answers with a file of the launcher, in the brand's colour, to whatever site loads it. */
export async function serveScript(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  folder = builtFolder,
): Promise<FastifyReply> {
  const type = Object.hasOwn(files, name) ? files[name as keyof typeof files] : null;
  if (type === null) throw new AppError('not-found');
  const [text, { accent }] = await Promise.all([
    readFile(join(folder, 'launcher', name), 'utf8').catch(() => Promise.reject(new AppError('not-found'))),
    readBrand(deps.sql),
  ]);
  reply.headers({
    'content-type': `${type}; charset=utf-8`,
    'cache-control': CACHED,
    vary: 'Accept-Encoding',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
  return sendCached(request, reply, text.replaceAll('__ACCENT__', JSON.stringify(accent)));
}
