import type { FastifyReply } from 'fastify';
import type { Config } from '../platform/config.ts';
import type { App } from '../platform/http.ts';

/** What a page may load beyond the default; each value is a CSP source such as `'nonce-…'`. */
interface PolicyOptions {
  styles?: readonly string[];
  frameAncestors?: readonly string[];
}

/**
 * The content security policy: everything from this origin, no inline script, no plug-ins, no framing by others.
 * `data:` and `blob:` pictures are previews of attachments before they are sent.
 */
export function contentPolicy({ styles = [], frameAncestors = ["'none'"] }: PolicyOptions = {}): string {
  const rules: Record<string, readonly string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", ...styles],
    'img-src': ["'self'", 'data:', 'blob:'],
    'media-src': ["'self'", 'blob:'],
    'connect-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': frameAncestors,
  };
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** The headers every answer of the server carries. `https` adds the promise to stay on TLS. */
export function securityHeaders(https: boolean): Record<string, string> {
  return {
    'content-security-policy': contentPolicy(),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/** Puts the security headers on everything the server answers; a route may set its own value of one afterwards. */
export function registerSecurityHeaders(app: App, config: Pick<Config, 'publicUrl'>): void {
  const headers = securityHeaders(config.publicUrl?.startsWith('https:') ?? false);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
}

/** Lets a page use more than the default policy, for example a style with a nonce. */
export function widenPolicy(reply: FastifyReply, options: PolicyOptions): void {
  reply.header('content-security-policy', contentPolicy(options));
}

/** Lets pages of this origin, and of the sites that the launcher may stand on, show this one in a frame. */
export function allowFrames(reply: FastifyReply, sites: readonly string[]): void {
  widenPolicy(reply, { frameAncestors: ["'self'", ...sites] });
  // The older header knows no list; a browser that knows the policy goes by that alone (CSP 3, 6.4.2).
  if (sites.length > 0) reply.removeHeader('x-frame-options');
  else reply.header('x-frame-options', 'SAMEORIGIN');
}
