import { createHash } from 'node:crypto';
import type { SignedClaims } from '../../contract/transcript-file.ts';
import { TRANSCRIPT_TYPE } from '../../trust/verify-transcript.ts';
import type { Deps } from '../deps.ts';
import { sign } from '../trust/signing.ts';
import type { Transcript } from './transcript.ts';

/** The conversation as a file that shows if it was altered, and where: each line is signed for itself. */
export async function signTranscript(deps: Deps, transcript: Transcript): Promise<string> {
  const { caseNumber, brand, madeAt, events } = transcript;
  const digests = events.map((event) => createHash('sha256').update(JSON.stringify(event)).digest('hex'));
  const claims: SignedClaims = { caseNumber, brand, madeAt, digests };
  const signature = await sign(deps, TRANSCRIPT_TYPE, claims);
  return JSON.stringify({ caseNumber, brand, madeAt, lines: events, signature }, null, 2);
}
