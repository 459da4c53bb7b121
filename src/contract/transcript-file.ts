import { z } from 'zod';

/** A public Ed25519 key as RFC 8037 writes it. */
export const PublicKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
  alg: z.literal('EdDSA'),
  use: z.literal('sig'),
});
export type PublicKey = z.infer<typeof PublicKey>;

export const PublicKeys = z.object({ keys: z.array(PublicKey) });

/**
 * What the signature of a transcript file covers. The file is `{caseNumber, brand, madeAt, lines, signature}`: `lines` are events,
 * `signature` a compact JWS (RFC 7515) over these claims.
 */
export interface SignedClaims {
  readonly caseNumber: string;
  readonly brand: string;
  readonly madeAt: string;
  /** SHA-256 of each line's JSON text, in hexadecimal. */
  readonly digests: readonly string[];
}
