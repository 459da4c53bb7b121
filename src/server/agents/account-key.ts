import { createHash } from 'node:crypto';

/** Stands for an account in counters: addresses that strangers typed are not kept in the clear. */
export const accountKey = (email: string): Buffer => createHash('sha256').update(`account:${email}`).digest();
