import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mistakes for another, read out or written. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const HALF = 3;

const half = (): string => Array.from({ length: HALF }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** A code such as `K7M-4QX`: one of 729 million, for a minute, for one customer. */
export const newCode = (): string => `${half()}-${half()}`;

/** The code behind what somebody typed or heard; null for what cannot be one. */
export function readCode(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return letters.length === 2 * HALF ? `${letters.slice(0, HALF)}-${letters.slice(HALF)}` : null;
}
