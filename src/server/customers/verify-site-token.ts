import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import { errors, type JWTHeaderParameters, jwtVerify } from 'jose';
import { SiteClaims } from '../../contract/identity.ts';
import { AppError } from '../platform/app-error.ts';
import type { IdentityKey } from '../platform/identity-keys.ts';

/** Clocks of two companies differ; more than this many seconds is a fault. */
const CLOCK_SECONDS = 30;
/** A site signs anew with every page; a token that lives longer than this many seconds is one worth stealing. */
const LIFE_SECONDS_MAX = 24 * 60 * 60;

const refused = (message: string) => new AppError('identity-refused', {}, [{ path: 'token', message }]);

function keyObject({ alg, key }: IdentityKey): KeyObject {
  if (alg === 'HS256') return createSecretKey(key);
  return createPublicKey({
    format: 'jwk',
    key: { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') },
  });
}

/** The key that the header names. A key has one algorithm: a public key must never serve as an HMAC secret. */
const pick = (keys: readonly IdentityKey[]) => (header: JWTHeaderParameters) => {
  const key = keys.find(({ kid }) => kid === header.kid);
  if (key === undefined) throw refused('is signed with an unknown key');
  if (header.alg !== key.alg) throw refused('is signed in another way than its key');
  return keyObject(key);
};

function reasonOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof errors.JWTExpired) return refused('has expired');
  if (error instanceof errors.JWTClaimValidationFailed)
    return refused(error.claim === 'aud' ? 'is meant for somebody else' : 'is not valid now');
  if (error instanceof errors.JWSSignatureVerificationFailed) return refused('is not signed by the site');
  if (error instanceof errors.JOSEError) return refused('is not a signed token');
  throw error;
}

/**
 * Verifies what a site says of whoever is signed in there.
 * @param audience the centre's address, which the token must be meant for
 * @throws AppError `identity-refused`, with the reason at `token`; `invalid-input`-like reasons name the claim
 */
export async function verifySiteToken(
  token: string,
  { keys, audience, now }: { keys: readonly IdentityKey[]; audience: string; now: Date },
): Promise<SiteClaims> {
  if (keys.length === 0) throw refused('is signed with an unknown key');
  const { payload } = await jwtVerify(token, pick(keys), {
    algorithms: ['HS256', 'EdDSA'],
    audience,
    currentDate: now,
    clockTolerance: CLOCK_SECONDS,
    maxTokenAge: LIFE_SECONDS_MAX,
    requiredClaims: ['sub', 'iat', 'exp'],
  }).catch((error: unknown) => Promise.reject(reasonOf(error)));
  const claims = SiteClaims.safeParse(payload);
  if (!claims.success) throw refused('says something that cannot be');
  if (claims.data.exp - claims.data.iat > LIFE_SECONDS_MAX) throw refused('lives longer than a day');
  return claims.data;
}
