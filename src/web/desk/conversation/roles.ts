import type { Role } from '../../../contract/roles.ts';

/** Editors do not answer customers, so nothing is assigned to them; the server refuses it too. */
export const answers = (role: Role): boolean => role !== 'editor';
