import { join } from 'node:path';
import {
  CompactSign,
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import type { PublicKey } from '../../contract/transcript-file.ts';
import type { Deps } from '../deps.ts';
import type { Config } from '../platform/config.ts';
import { keptSecret } from '../platform/key-file.ts';
import { publishKey } from './signing-key-store.ts';

interface Signer {
  key: CryptoKey;
  publicKey: PublicKey;
}

const signers = new WeakMap<Config, Promise<Signer>>();

async function newKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
}

async function open({ config, sql, clock }: Pick<Deps, 'config' | 'sql' | 'clock'>): Promise<Signer> {
  const jwk = JSON.parse(await keptSecret(join(config.dataDir, 'keys', 'transcripts.json'), newKey)) as JWK;
  const { x = '' } = jwk;
  const kid = await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x });
  const publicKey: PublicKey = { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' };
  await publishKey(sql, publicKey, clock.now());
  return { key: (await importJWK(jwk, 'EdDSA')) as CryptoKey, publicKey };
}

/** The key of this node: made with its first start, kept in its data folder, its public half published. */
export function openSigner(deps: Pick<Deps, 'config' | 'sql' | 'clock'>): Promise<Signer> {
  const known = signers.get(deps.config);
  if (known !== undefined) return known;
  const opening = open(deps);
  signers.set(deps.config, opening);
  // A disk or database that was away must not keep every later signature from being made.
  opening.catch(() => signers.delete(deps.config));
  return opening;
}

/** A compact JWS over claims (RFC 7515), of this type. */
export async function sign(
  deps: Pick<Deps, 'config' | 'sql' | 'clock'>,
  type: string,
  claims: object,
): Promise<string> {
  const { key, publicKey } = await openSigner(deps);
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA', typ: type, kid: publicKey.kid })
    .sign(key);
}
