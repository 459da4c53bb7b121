import { fold } from './text.ts';

/** A number for a text that is the same however it is spaced, punctuated and cased; 53 bits, so that two texts do not meet. */
export function exactHash(text: string): number {
  const bare = fold(text).replace(/[^\p{L}\p{N}]+/gu, '') || text.trim();
  let [low, high] = [0x811c9dc5, 0xdeadbeef];
  for (let i = 0; i < bare.length; i++) {
    const unit = bare.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  return (high >>> 11) * 0x100000000 + (low >>> 0);
}
