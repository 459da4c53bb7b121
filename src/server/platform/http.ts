import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { type Locale, negotiateLocale } from '../../contract/locale.ts';
import { AppError } from './app-error.ts';
import type { Config } from './config.ts';
import { answerProblem } from './problem.ts';

/** The Fastify instance all routes are written against: schemas are zod. */
export type App = FastifyInstance<
  import('node:http').Server,
  import('node:http').IncomingMessage,
  import('node:http').ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

declare module 'fastify' {
  interface FastifyRequest {
    /** The caller's language: `?lang=`, else Accept-Language, else the centre's default. */
    locale: Locale;
  }
}

const localeOf = (request: FastifyRequest, fallback: Locale): Locale => {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  if (asked === 'en' || asked === 'zh-CN') return asked;
  return negotiateLocale(request.headers['accept-language'], fallback);
};

/**
 * Whether a page of this origin may write and connect: our own, by the address people use or the one the request came
 * to (a proxy may have changed it), and those that are allowed. Not asked of who has no origin: that is no page.
 */
export function originAllowed(
  origin: string | undefined,
  host: string | undefined,
  { publicUrl, allowedOrigins }: Pick<Config, 'publicUrl' | 'allowedOrigins'>,
): boolean {
  if (origin === undefined || origin === publicUrl || allowedOrigins.includes(origin)) return true;
  if (host === undefined) return false;
  // Where people come over TLS, a page that came without it may be anybody's on the way.
  return origin === `https://${host}` || (origin === `http://${host}` && !publicUrl?.startsWith('https:'));
}

/**
 * Refuses cross-site writes. Browsers always send Origin with a cross-site POST, so that a foreign page cannot
 * ride on a cookie; programs without Origin carry no ambient cookie and are let through to authentication.
 */
function refuseForeignOrigins(app: App, config: Config): void {
  app.addHook('onRequest', async (request) => {
    request.locale = localeOf(request, config.defaultLocale);
    if (request.method === 'GET' || request.method === 'HEAD') return;
    if (!originAllowed(request.headers.origin, request.headers.host, config)) {
      throw new AppError('origin-refused');
    }
  });
}

/** Takes a request's address when it comes: a peer that goes away takes it along, and what was done still names one. */
function keepAddresses(app: App): void {
  app.addHook('onRequest', async (request) => {
    Object.defineProperty(request, 'ip', { value: request.ip ?? '' });
  });
}

/** The slowest of uploads; Fastify's own default would let somebody send a request byte by byte for ever. */
const REQUEST_TIMEOUT_MS = 300_000;

/** A Fastify instance with our schemas, errors, languages and origin rule; nouns add their routes to it. */
export async function createHttp(config: Config, logger: FastifyBaseLogger): Promise<App> {
  const app = Fastify({
    loggerInstance: logger,
    trustProxy: config.trustProxy,
    bodyLimit: 256 * 1024,
    requestTimeout: REQUEST_TIMEOUT_MS,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 300 },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerProblem);
  app.decorateRequest('locale', 'zh-CN');
  await app.register(cookie);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'OKPay Support Centre',
        version: '1',
        description:
          'Everything the centre and the desk do goes through this API and the socket described in docs/protocol.md.',
      },
    },
    transform: jsonSchemaTransform,
  });
  keepAddresses(app);
  refuseForeignOrigins(app, config);
  return app;
}
