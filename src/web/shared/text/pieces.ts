/** A part of a message as it is shown. The `text` of all pieces together is the message, character by character. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break'; readonly text: string }
  /** `host` is where the link truly leads, in the form that shows look-alike letters (xn--...). */
  | { readonly kind: 'link'; readonly text: string; readonly href: string; readonly host: string };

/** An address ends at blanks, quotes, angle brackets, Chinese punctuation, and at invisible characters (they can turn the reading direction). */
const candidate = /https?:\/\/[^\s<>"'`，。；：！？、（）《》「」【】\p{Cc}\p{Cf}]+/giu;

/** Without what belongs to the sentence: closing punctuation, and a closing bracket that the address did not open. */
function withoutTail(address: string): string {
  let end = address.length;
  while (end > 0) {
    const last = address[end - 1] ?? '';
    const head = address.slice(0, end);
    const openedInside = last === ')' && head.split('(').length >= head.split(')').length;
    if (!/[.,;:!?)\]}*_~|]/.test(last) || openedInside) break;
    end -= 1;
  }
  return address.slice(0, end);
}

function linkOf(text: string): Extract<Piece, { kind: 'link' }> | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const web = url.protocol === 'http:' || url.protocol === 'https:';
  // A name before @ is the classic disguise: https://okpay.com@elsewhere.example
  if (!web || url.hostname === '' || url.username !== '' || url.password !== '') return null;
  return { kind: 'link', text, href: url.href, host: url.host };
}

function plain(text: string): Piece[] {
  return text
    .split(/(\r\n|\r|\n)/)
    .filter((part) => part !== '')
    .map((part) => (/^[\r\n]+$/.test(part) ? { kind: 'break', text: part } : { kind: 'text', text: part }));
}

/** Cuts a message into text, line breaks and links. Only complete http and https addresses become links. */
export function piecesOf(message: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of message.matchAll(candidate)) {
    const link = linkOf(withoutTail(match[0]));
    if (link === null) continue;
    pieces.push(...plain(message.slice(done, match.index)), link);
    done = match.index + link.text.length;
  }
  return [...pieces, ...plain(message.slice(done))];
}

/** Whether a message is nothing but a few emoji, which are then shown larger. */
export function isEmojiOnly(message: string): boolean {
  const compact = message.replace(/\s/gu, '');
  if (compact === '' || compact.length > 24) return false;
  return /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f)+$/u.test(
    compact,
  );
}
