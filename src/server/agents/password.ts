import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { queued } from './hashing-queue.ts';

interface Cost {
  memory: number;
  passes: number;
  parallelism: number;
}

/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane (Password Storage Cheat Sheet). */
const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_BYTES = 32;

const derive = promisify(argon2);
const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
const encode = ({ memory, passes, parallelism }: Cost, salt: Buffer, tag: Buffer): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;

/** Verified against when there is no such account, so that both answers take the same work. Nothing digests to it. */
const NOBODY = encode(COST, Buffer.alloc(16), Buffer.alloc(TAG_BYTES));

/** The same password typed on another system may arrive in another Unicode form (NIST SP 800-63B §3.1.1.2). */
const compute = (password: string, salt: Buffer, cost: Cost, tagLength: number): Promise<Buffer> =>
  queued(() => derive('argon2id', { message: password.normalize('NFKC'), nonce: salt, tagLength, ...cost }));

/** The password's digest as a PHC string, which carries its own salt and cost. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return encode(COST, salt, await compute(password, salt, COST, TAG_BYTES));
}

function decode(hash: string): { cost: Cost; salt: Buffer; tag: Buffer } | null {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash);
  if (parts === null) return null;
  const [, memory, passes, parallelism, salt = '', tag = ''] = parts;
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

/** Whether the password is the one of `hash`; with null, the same work for nothing. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const stored = decode(hash ?? NOBODY);
  if (stored === null) return false;
  const tag = await compute(password, stored.salt, stored.cost, stored.tag.length);
  return timingSafeEqual(tag, stored.tag) && hash !== null;
}

/** Whether a stored digest was made at another cost than today's. */
export function isOutdated(hash: string): boolean {
  const cost = decode(hash)?.cost;
  return cost?.memory !== COST.memory || cost.passes !== COST.passes || cost.parallelism !== COST.parallelism;
}
