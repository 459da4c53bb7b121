import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import type { PublicKey, SignedClaims } from '../contract/transcript-file.ts';

/** What the header of a signature says it signs, so that no other signature of the same key passes for one. */
export const TRANSCRIPT_TYPE = 'okpay-transcript';

/** What a file turned out to be. Lines are counted from 1. */
export type FileVerdict =
  | { readonly kind: 'intact'; readonly claims: SignedClaims }
  | {
      readonly kind: 'altered';
      readonly claims: SignedClaims;
      /** The head: case number, name or date. */
      readonly head: boolean;
      /** Lines of the file that are not as they were signed, or were put in. */
      readonly altered: readonly number[];
      /** Lines as they were signed that are not in the file. */
      readonly missing: readonly number[];
      /** All lines are there, in another order. */
      readonly moved: boolean;
    }
  /** Not signed with a key of ours. */
  | { readonly kind: 'foreign' }
  /** No signed transcript at all. */
  | { readonly kind: 'unreadable' };

/** SHA-256 of bytes, by whatever machine this runs on. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;

async function digestOf(line: unknown, sha256: Sha256): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(line));
  const digest = new Uint8Array(await sha256(bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

interface File extends Omit<SignedClaims, 'digests'> {
  readonly lines: readonly unknown[];
  readonly signature: string;
}

/** Looks only for what is needed: anything else that is not as it was signed shows by itself. */
function parse(text: string): File | null {
  try {
    const file = JSON.parse(text) as Partial<File> | null;
    return Array.isArray(file?.lines) && typeof file.signature === 'string' ? (file as File) : null;
  } catch {
    return null;
  }
}

/** What our key signed; null where it did not. */
async function claimsOf(signature: string, keys: readonly PublicKey[]): Promise<SignedClaims | null> {
  try {
    const ours = createLocalJWKSet({ keys: [...keys] } as JSONWebKeySet);
    const { payload, protectedHeader } = await compactVerify(signature, ours, { algorithms: ['EdDSA'] });
    if (protectedHeader.typ !== TRANSCRIPT_TYPE) return null;
    return JSON.parse(new TextDecoder().decode(payload)) as SignedClaims;
  } catch {
    return null;
  }
}

const places = (digests: readonly string[], other: ReadonlySet<string>): number[] =>
  digests.flatMap((digest, i) => (other.has(digest) ? [] : [i + 1]));

/**
 * Whether a file is a transcript as we signed it: intact, altered and where, or not ours. Needs nothing but the file and
 * the public keys.
 */
export async function verifyTranscript(
  text: string,
  keys: readonly PublicKey[],
  sha256: Sha256,
): Promise<FileVerdict> {
  const file = parse(text);
  if (file === null) return { kind: 'unreadable' };
  const claims = await claimsOf(file.signature, keys);
  if (claims === null) return { kind: 'foreign' };
  const digests = await Promise.all(file.lines.map((line) => digestOf(line, sha256)));
  const head = (['caseNumber', 'brand', 'madeAt'] as const).some((name) => file[name] !== claims[name]);
  const altered = places(digests, new Set(claims.digests));
  const missing = places(claims.digests, new Set(digests));
  const moved = altered.length + missing.length === 0 && digests.join(' ') !== claims.digests.join(' ');
  return head || moved || altered.length + missing.length > 0
    ? { kind: 'altered', claims, head, altered, missing, moved }
    : { kind: 'intact', claims };
}
