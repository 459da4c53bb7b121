/**
 * "These conversations now reach these seqs", short enough that a notice of 8000 bytes holds some 250:
 * the 16 bytes of the id in base64url (22 characters), then the seq in base 36, separated by commas.
 */
const ID_LENGTH = 22;

/** Texts of at most `max` characters that together name all of them. */
export function encodeTouched(touched: [conversationId: string, seq: number][], max: number): string[] {
  const texts: string[] = [];
  let text = '';
  for (const [id, seq] of touched) {
    const entry = Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url') + seq.toString(36);
    if (text.length + entry.length + 1 > max) {
      texts.push(text);
      text = '';
    }
    text += text === '' ? entry : `,${entry}`;
  }
  return text === '' ? texts : [...texts, text];
}

export function decodeTouched(text: string): [conversationId: string, seq: number][] {
  return text.split(',').map((entry) => {
    const hex = Buffer.from(entry.slice(0, ID_LENGTH), 'base64url').toString('hex');
    const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    return [id, Number.parseInt(entry.slice(ID_LENGTH), 36)];
  });
}
