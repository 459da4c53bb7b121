import { z } from 'zod';

/** A key that a site signs with, by the name that its tokens give in `kid` (RFC 7515, 4.1.4). */
export interface IdentityKey {
  readonly kid: string;
  readonly alg: 'HS256' | 'EdDSA';
  /** HS256: the secret, at least 32 bytes (RFC 7518, 3.2). EdDSA: the raw Ed25519 public key, 32 bytes (RFC 8037). */
  readonly key: Buffer;
}

const pattern = /^(HS256|EdDSA):([\w.-]{1,64}):([\w-]{43,512})$/;

function parse(text: string): IdentityKey | null {
  const [, alg, kid, encoded] = pattern.exec(text) ?? [];
  if (alg === undefined || kid === undefined || encoded === undefined) return null;
  const key = Buffer.from(encoded, 'base64url');
  if (alg === 'EdDSA' ? key.length !== 32 : key.length < 32) return null;
  return { alg: alg as IdentityKey['alg'], kid, key };
}

/** `HS256:name:secret` or `EdDSA:name:public key`, both base64url, separated by commas or blanks. */
export const identityKeys: z.ZodType<IdentityKey[], string> = z
  .string()
  .transform((text) =>
    text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(parse),
  )
  .refine(
    (keys) => keys.every((key) => key !== null) && new Set(keys.map((key) => key?.kid)).size === keys.length,
    'must be keys such as HS256:2026:<at least 32 bytes, base64url> or EdDSA:2026:<public key, base64url>, each with a name of its own',
  )
  .transform((keys) => keys.filter((key) => key !== null));
