import type { ISql } from 'postgres';
import { recoveryHash } from './recovery-codes.ts';
import { stepOfCode } from './totp.ts';
import { consumeRecoveryCode, consumeStep } from './totp-store.ts';

/** Whether `code` is a fresh code of the app or an unused recovery code. Either way it is used up. */
export async function acceptCode(
  sql: ISql,
  staff: { id: string; totpSecret: string | null },
  code: string,
  now: Date,
): Promise<boolean> {
  if (staff.totpSecret === null) return false;
  const step = stepOfCode(staff.totpSecret, code.replace(/\s/g, ''), now);
  if (step !== null) return consumeStep(sql, staff.id, step);
  return consumeRecoveryCode(sql, staff.id, recoveryHash(code), now);
}
