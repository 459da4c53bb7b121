import { z } from 'zod';
import { mistakableKinds } from './secrets.ts';

/** What a writer says of a text: it looks like these kinds of secret, and is none. Other kinds cannot be named. */
export const NotSecret = z.array(z.enum(mistakableKinds)).max(mistakableKinds.length);
