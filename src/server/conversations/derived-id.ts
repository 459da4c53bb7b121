import { createHash } from 'node:crypto';

/**
 * The id of an event that a conversation has at most once: the same name gives the same UUID (version 8, RFC 9562), and
 * within a conversation an id is stored once, on whatever node it is tried.
 */
export function derivedId(conversationId: string, name: string): string {
  const digest = createHash('sha256').update(`${conversationId} ${name}`).digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** The automatic answer, and what the customer said to it. */
export const answerId = (conversationId: string): string => derivedId(conversationId, 'answer');
export const verdictId = (conversationId: string): string => derivedId(conversationId, 'verdict');
