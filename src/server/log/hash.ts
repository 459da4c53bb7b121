/**
 * The hash chain of a conversation: every event carries the SHA-256 of its predecessor's hash, its own header and
 * a salted digest of its body. Because the chain holds the digest and not the body, a body can be erased later
 * (its salt with it, so that nobody can guess it back) and the chain still verifies.
 *
 *   digest(n) = SHA-256(salt(n) || body(n))
 *   hash(n)   = SHA-256(hash(n-1) || header(n) || digest(n)),  hash(0) = 32 zero bytes
 *
 * On its way to the disk a hash is hexadecimal text: making thousands of small buffers costs more than the hashing.
 */
import { hash, randomFillSync } from 'node:crypto';
import type { LogRow, SealedRow } from './row.ts';

export const FIRST_HASH: Buffer = Buffer.alloc(32);

/** Everything of an event but its body, as one line; JSON.stringify of an array is the same text on every machine. */
function header({ conversationId, seq, id, type, at, actor }: LogRow): string {
  // Ids, types and times need no escaping, so this is what JSON.stringify would say; most lines are a customer's.
  if (actor.kind === 'customer')
    return `["${conversationId}",${seq},"${id}","${type}","${at}","customer","${actor.id}"]`;
  const who = actor.kind === 'agent' ? [actor.id, actor.name, actor.staffNumber] : [];
  return JSON.stringify([conversationId, seq, id, type, at, actor.kind, ...who]);
}

const SALT_BYTES = 16;
const saltPool = Buffer.alloc(SALT_BYTES * 512);
let saltOffset = saltPool.length;

/** Random bytes are drawn in one go for many events: a system call for each would cost more than the hash. */
function nextSalt(): string {
  if (saltOffset === saltPool.length) {
    randomFillSync(saltPool);
    saltOffset = 0;
  }
  const salt = saltPool.toString('hex', saltOffset, saltOffset + SALT_BYTES);
  saltPool.fill(0, saltOffset, saltOffset + SALT_BYTES);
  saltOffset += SALT_BYTES;
  return salt;
}

const workbench = Buffer.allocUnsafe(64 * 1024);

/** SHA-256 of bytes, a text in UTF-8, and bytes; the bytes and the answer in hexadecimal. */
function sha256(before: string, text: string, after = ''): string {
  const longest = before.length + text.length * 3 + after.length;
  const place = longest <= workbench.length ? workbench : Buffer.allocUnsafe(longest);
  let length = place.write(before, 'hex');
  length += place.write(text, length);
  length += place.write(after, length, 'hex');
  return hash('sha256', place.subarray(0, length), 'hex');
}

/** A new salt and the digest of a text with it, in hexadecimal. */
export function saltedDigest(text: string): { salt: string; digest: string } {
  const salt = nextSalt();
  return { salt, digest: sha256(salt, text) };
}

/** Adds to a row what proves it, given the hash of the row before. */
export function seal(previous: string, row: LogRow & { body: string }): SealedRow {
  const { salt, digest } = saltedDigest(row.body);
  return { ...row, salt, digest, hash: sha256(previous, header(row), digest) };
}

/** A row as it is stored, with what proves it. */
export interface ProvenRow extends LogRow {
  salt: Buffer | null;
  digest: Buffer;
  hash: Buffer;
}

/** Whether a row's body is the one that a digest (hexadecimal) was made of. */
export const bodyHas = ({ body, salt }: ProvenRow, digest: string): boolean =>
  body !== null && salt !== null && sha256(salt.toString('hex'), body) === digest;

/** Whether a row's header and digest continue the chain, whatever became of its body. */
export const continues = (previous: Buffer, row: ProvenRow): boolean =>
  sha256(previous.toString('hex'), header(row), row.digest.toString('hex')) === row.hash.toString('hex');

/** Whether a stored row continues the chain, and its body (unless erased) is the one that was written. */
export function verifies(previous: Buffer, row: ProvenRow): boolean {
  return (row.body === null || bodyHas(row, row.digest.toString('hex'))) && continues(previous, row);
}
