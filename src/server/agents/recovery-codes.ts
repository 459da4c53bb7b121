import { createHash, randomInt } from 'node:crypto';

const COUNT = 10;
/** No letters that look like digits: people write these on paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

const part = (): string => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** Ten one-time codes for the day the telephone is lost, such as `k7m2p-x9wqa`. */
export const newRecoveryCodes = (): string[] => Array.from({ length: COUNT }, () => `${part()}-${part()}`);

/** What is stored of a code; blanks, hyphens and case do not matter when it is typed. */
export function recoveryHash(code: string): Buffer {
  return createHash('sha256').update(code.toLowerCase().replace(/[\s-]/g, '')).digest();
}
