import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 bits for a cookie or a link, 43 characters that need no escaping in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored instead of the secret, so that a copy of the database opens nothing. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
