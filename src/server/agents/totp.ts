import { Secret, TOTP } from 'otpauth';

const PERIOD = 30;

const totpOf = (secret: Secret | string, issuer: string, label: string): TOTP =>
  new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period: PERIOD, secret });

/** A new secret, in the forms that authenticator apps take. */
export function newTotp(issuer: string, label: string): { secret: string; uri: string } {
  const totp = totpOf(new Secret({ size: 20 }), issuer, label);
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/**
 * The time step a code belongs to, of this one and its two neighbours (clocks drift); null when it is wrong.
 * Whoever accepts the code must see to it that the step is newer than the last accepted one (RFC 6238 §5.2).
 */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const timestamp = now.getTime();
  const delta = totpOf(secret, '', '').validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : TOTP.counter({ period: PERIOD, timestamp }) + delta;
}
