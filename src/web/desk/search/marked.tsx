const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Cuts a text at the words that were searched for, without regard to case; odd parts are hits. */
export function cutAt(text: string, words: readonly string[]): string[] {
  const wanted = words.filter((word) => word !== '').sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return [text];
  return text.split(new RegExp(`(${wanted.map(escaped).join('|')})`, 'giu'));
}

/** A text with the found words marked. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other identity and never move
  return cutAt(text, words).map((part, i) => (i % 2 === 1 ? <mark key={i}>{part}</mark> : part));
}
