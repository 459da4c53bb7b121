import type { ISql } from 'postgres';
import { LauncherSetting } from '../../contract/launcher.ts';
import { settingValue } from '../platform/settings-store.ts';

/** What is stored, or nobody: a setting that cannot be read lets no site in. */
export const completed = (stored: unknown): LauncherSetting =>
  LauncherSetting.safeParse(stored).data ?? { sites: [] };

/** The sites that may show the centre in a frame, as origins. */
export async function readSites(sql: ISql): Promise<string[]> {
  return completed(await settingValue(sql, 'launcher')).sites;
}
