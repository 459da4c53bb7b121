import type { ShownProof } from '../../contract/proofs.ts';
import type { Deps } from '../deps.ts';
import { currentProof } from './proof-store.ts';

/** The code of a conversation for the screen of its agent; null for anybody else, and when there is none. */
export async function showProof(
  { sql, clock }: Pick<Deps, 'sql' | 'clock'>,
  agentId: string,
  conversationId: string,
): Promise<ShownProof | null> {
  const now = clock.now();
  const proof = await currentProof(sql, conversationId, agentId, now);
  if (proof === null) return null;
  return { code: proof.code, secondsLeft: Math.ceil((proof.expiresAt.getTime() - now.getTime()) / 1000) };
}
