import type { Brand } from '../../contract/brand.ts';
import type { StaffRequest } from '../agents/request-staff.ts';
import { audit } from '../audit/audit.ts';
import { changes } from '../audit/changes.ts';
import type { Deps } from '../deps.ts';
import { refuseSecrets } from '../guard/refuse-secrets.ts';
import { AppError } from '../platform/app-error.ts';
import { lockSetting, putSetting } from '../platform/settings-store.ts';
import { CONTRAST_MIN, contrastWithWhite } from './contrast.ts';
import { completed } from './read-brand.ts';

function refusePale(accent: string): void {
  const ratio = contrastWithWhite(accent);
  if (ratio >= CONTRAST_MIN) return;
  const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
  const message = `has a contrast of ${shown} with white; ${CONTRAST_MIN} is needed`;
  throw new AppError('contrast-too-low', { ratio: shown }, [{ path: 'accent', message }]);
}

/** @throws AppError `contrast-too-low` for an accent that cannot be read on white */
export async function setBrand(deps: Deps, by: StaffRequest, brand: Brand): Promise<Brand> {
  refusePale(brand.accent);
  refuseSecrets({
    name: brand.name,
    phones: brand.phones.map(({ label }) => ({ label })),
    emails: brand.emails,
  });
  await deps.sql.begin(async (tx) => {
    const before = completed(await lockSetting(tx, 'brand'));
    await putSetting(tx, 'brand', brand, by.staff.id, deps.clock.now());
    await audit(tx, by, 'brand.set', { kind: 'setting', id: 'brand' }, changes(before, brand));
  });
  return brand;
}
