import QRCode from 'qrcode';
import { audit } from '../audit/audit.ts';
import { readBrand } from '../brand/read-brand.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts';
import type { StaffRequest } from './request-staff.ts';
import { newTotp, stepOfCode } from './totp.ts';
import { consumeStep, keepPendingSecret, markConfirmed, replaceRecoveryCodes, totpOf } from './totp-store.ts';

/**
 * Makes a secret for an authenticator app. Nothing is asked for yet: the second factor is on once a code confirms it.
 * @throws AppError `totp-already-on`
 */
export async function beginTotp(
  deps: Deps,
  by: StaffRequest,
): Promise<{ secret: string; uri: string; qrSvg: string }> {
  const { name } = await readBrand(deps.sql);
  const { secret, uri } = newTotp(name[by.staff.locale], by.staff.email);
  await deps.sql.begin(async (tx) => {
    if (!(await keepPendingSecret(tx, by.staff.id, secret))) throw new AppError('totp-already-on');
    await audit(tx, by, 'totp.started', { kind: 'staff', id: by.staff.id });
  });
  return { secret, uri, qrSvg: await QRCode.toString(uri, { type: 'svg', margin: 1 }) };
}

/**
 * Turns the second factor on.
 * @returns ten recovery codes, which are shown this once
 * @throws AppError `code-wrong`, `totp-already-on`
 */
export async function confirmTotp(deps: Deps, by: StaffRequest, code: string): Promise<string[]> {
  const now = deps.clock.now();
  const { id } = by.staff;
  const { secret, confirmedAt } = await totpOf(deps.sql, id);
  if (confirmedAt !== null) throw new AppError('totp-already-on');
  const step = secret === null ? null : stepOfCode(secret, code, now);
  if (step === null) throw new AppError('code-wrong', {}, [{ path: 'code', message: 'is not right' }]);
  const codes = newRecoveryCodes();
  await deps.sql.begin(async (tx) => {
    if (!(await markConfirmed(tx, id, now))) throw new AppError('totp-already-on');
    await consumeStep(tx, id, step);
    await replaceRecoveryCodes(tx, id, codes.map(recoveryHash));
    await audit(tx, by, 'totp.enabled', { kind: 'staff', id });
  });
  return codes;
}
