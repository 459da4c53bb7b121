import { z } from 'zod';
import { Locale } from './locale.ts';
import { printable } from './text.ts';

/** A token that the host site signed (JWT, RFC 7519). */
export const SiteToken = z.object({ token: z.string().min(1).max(4_096) });

/** What a site may say of whoever is signed in there, besides the registered claims `sub`, `aud`, `iat` and `exp`. */
export const SiteClaims = z.object({
  sub: z.string().min(1).max(200),
  iat: z.number(),
  exp: z.number(),
  name: printable(80).optional(),
  email: z.email().max(254).optional(),
  phone: printable(32).optional(),
  account: printable(100).optional(),
  locale: Locale.optional(),
});
export type SiteClaims = z.infer<typeof SiteClaims>;

export const Identified = z.object({
  changed: z.boolean().describe('This browser was remembered as somebody else before'),
});
