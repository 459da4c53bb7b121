import type { ISql } from 'postgres';
import { Brand, defaultBrand } from '../../contract/brand.ts';
import { settingValue } from '../platform/settings-store.ts';

/** A stored brand with what a newer version added filled in. */
export const completed = (stored: unknown): Brand => {
  const parsed = Brand.safeParse({ ...defaultBrand, ...(stored as object | null) });
  return parsed.success ? parsed.data : defaultBrand;
};

/** The brand as it is set; the default one until then. */
export async function readBrand(sql: ISql): Promise<Brand> {
  return completed(await settingValue(sql, 'brand'));
}
