import type { Locale } from '../../contract/locale.ts';
import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import type { StaffRequest } from './request-staff.ts';
import { setLocale } from './store.ts';

/** Sets one's own language. */
export async function changeMe(
  deps: Pick<Deps, 'sql'>,
  by: StaffRequest,
  { locale }: { locale: Locale },
): Promise<void> {
  await deps.sql.begin(async (tx) => {
    await setLocale(tx, by.staff.id, locale);
    await audit(tx, by, 'profile.changed', { kind: 'staff', id: by.staff.id }, { locale });
  });
}
