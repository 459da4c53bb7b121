/**
 * The address a letter is answered to. Its part behind the `+` names the conversation and is signed, so that an answer
 * finds its case whatever became of subject and headers, and nobody writes into a case by making up an address.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Digits of base 36 that hold a UUID of 128 bits, and a signature of 64: with them a local part stays below 64 octets. */
const ID_DIGITS = 25;
const SIGNATURE_DIGITS = 13;
/** RFC 5321, 4.5.3.1.1. */
const LOCAL_PART_MAX = 64;

const signedPart = new RegExp(`\\+([0-9a-z]{${ID_DIGITS}})([0-9a-z]{${SIGNATURE_DIGITS}})$`);

/** Servers on the way may fold the case of a local part: base 36 says the same in either. */
const base36 = (hex: string, digits: number): string => BigInt(`0x${hex}`).toString(36).padStart(digits, '0');

function uuidOf(digits: string): string | null {
  let value = 0n;
  for (const digit of digits) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  const hex = value.toString(16).padStart(32, '0');
  if (hex.length > 32) return null;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function signatureOf(conversationId: string, secret: string): string {
  const mac = createHmac('sha256', secret).update(`reply-address:${conversationId}`).digest('hex');
  return base36(mac.slice(0, 16), SIGNATURE_DIGITS);
}

/**
 * `service@okpay.example` with the signed part of this conversation.
 * @throws RangeError when the centre's own local part leaves no room for it.
 */
export function replyAddress(centre: string, conversationId: string, secret: string): string {
  const at = centre.lastIndexOf('@');
  const id = base36(conversationId.replaceAll('-', ''), ID_DIGITS);
  const local = `${centre.slice(0, at)}+${id}${signatureOf(conversationId, secret)}`;
  if (local.length > LOCAL_PART_MAX) throw new RangeError(`${centre} is too long to carry a signed part`);
  return local + centre.slice(at);
}

/** The conversation that an address names with a signature of one of these secrets (the newest first); null for others. */
export function conversationOfAddress(address: string, secrets: readonly string[]): string | null {
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase();
  const [, digits, signature] = signedPart.exec(local) ?? [];
  if (digits === undefined || signature === undefined) return null;
  const id = uuidOf(digits);
  if (id === null) return null;
  const given = Buffer.from(signature);
  const genuine = secrets.some((secret) => timingSafeEqual(given, Buffer.from(signatureOf(id, secret))));
  return genuine ? id : null;
}
