/**
 * The hash chain of a conversation: every event carries the SHA-256 of its predecessor's hash, its own header and
 * a salted digest of its body. Because the chain holds the digest and not the body, a body can be erased later
 * (its salt with it, so that nobody can guess it back) and the chain still verifies.
 *
 *   digest(n) = SHA-256(salt(n) || body(n))
 *   hash(n)   = SHA-256(hash(n-1) || header(n) || digest(n)),  hash(0) = 32 zero bytes
 */
import { hash, randomFillSync } from 'node:crypto';
import type { LogRow, SealedRow } from './row.ts';

export const FIRST_HASH: Buffer = Buffer.alloc(32);

/** Everything of an event but its body, as one line; JSON.stringify of an array is the same text on every machine. */
function header(row: LogRow): string {
  const who = row.actor.kind === 'agent' ? [row.actor.id, row.actor.name, row.actor.staffNumber] : [];
  const id = row.actor.kind === 'customer' ? [row.actor.id] : who;
  return JSON.stringify([row.conversationId, row.seq, row.id, row.type, row.at, row.actor.kind, ...id]);
}

const SALT_BYTES = 16;
const saltPool = Buffer.alloc(SALT_BYTES * 512);
let saltOffset = saltPool.length;

/** Random bytes are drawn in one go for many events: a system call for each would cost more than the hash. */
function nextSalt(): Buffer {
  if (saltOffset === saltPool.length) {
    randomFillSync(saltPool);
    saltOffset = 0;
  }
  const salt = Buffer.from(saltPool.subarray(saltOffset, saltOffset + SALT_BYTES));
  saltPool.fill(0, saltOffset, saltOffset + SALT_BYTES);
  saltOffset += SALT_BYTES;
  return salt;
}

const workbench = Buffer.allocUnsafe(64 * 1024);

/** SHA-256 of buffers and UTF-8 texts, one after another. Gathering them in one place is what makes it cheap. */
function sha256(...parts: (Buffer | string)[]): Buffer {
  const longest = parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length * 3 : part.length), 0);
  const place = longest <= workbench.length ? workbench : Buffer.allocUnsafe(longest);
  let length = 0;
  for (const part of parts) {
    length += typeof part === 'string' ? place.write(part, length) : part.copy(place, length);
  }
  return hash('sha256', place.subarray(0, length), 'buffer');
}

export function digestOf(salt: Buffer, body: string): Buffer {
  return sha256(salt, body);
}

export function linkHash(previous: Buffer, row: LogRow, digest: Buffer): Buffer {
  return sha256(previous, header(row), digest);
}

/** Adds to a row what proves it, given the hash of the row before. */
export function seal(previous: Buffer, row: LogRow & { body: string }): SealedRow {
  const salt = nextSalt();
  const digest = digestOf(salt, row.body);
  return { ...row, salt, digest, hash: linkHash(previous, row, digest) };
}

/** Whether a stored row continues the chain, and its body (unless erased) is the one that was written. */
export function verifies(previous: Buffer, row: LogRow & { salt: Buffer | null; digest: Buffer; hash: Buffer }): boolean {
  const bodyIsTrue = row.body === null || (row.salt !== null && digestOf(row.salt, row.body).equals(row.digest));
  return bodyIsTrue && linkHash(previous, row, row.digest).equals(row.hash);
}
