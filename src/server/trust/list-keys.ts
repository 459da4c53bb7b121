import type { PublicKey } from '../../contract/transcript-file.ts';
import type { Deps } from '../deps.ts';
import { publishedKeys } from './signing-key-store.ts';

/** Every public key that a file of ours may be signed with, the newest first. */
export const listKeys = ({ sql }: Pick<Deps, 'sql'>): Promise<PublicKey[]> => publishedKeys(sql);
