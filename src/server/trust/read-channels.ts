import type { ISql } from 'postgres';
import { noChannels, OfficialChannels, type OfficialSetting } from '../../contract/official.ts';
import { type OfficialList, officialList } from '../../trust/official-list.ts';
import { readBrand } from '../brand/read-brand.ts';
import type { Deps } from '../deps.ts';
import { settingValue } from '../platform/settings-store.ts';

/** A stored list with what a newer version added filled in. */
export const completed = (stored: unknown): OfficialChannels => {
  const parsed = OfficialChannels.safeParse({ ...noChannels, ...(stored as object | null) });
  return parsed.success ? parsed.data : noChannels;
};

/** The host of the centre's public address. One that is a number or has no dot is of a machine, not of a company. */
function ownHosts(publicUrl: string | undefined): string[] {
  const host = publicUrl === undefined ? '' : new URL(publicUrl).hostname;
  return /\.[a-z][a-z0-9-]*$/.test(host) ? [host] : [];
}

const onceEach = (values: readonly string[]): string[] => [...new Set(values)];

/** What is set at the desk, and what is official in any case. */
export async function readChannels({ sql, config }: Pick<Deps, 'sql' | 'config'>): Promise<OfficialSetting> {
  const [set, brand] = await Promise.all([readSet(sql), readBrand(sql)]);
  const domain = brand.officialDomain === null ? [] : [brand.officialDomain];
  return {
    set,
    standing: {
      domains: onceEach([...ownHosts(config.publicUrl), ...domain]),
      mailAddresses: brand.emails,
      phones: brand.phones.map(({ number }) => number),
    },
  };
}

const readSet = async (sql: ISql): Promise<OfficialChannels> =>
  completed(await settingValue(sql, 'official-channels'));

/** Everything that is ours, ready to compare with. */
export async function readOfficial(deps: Pick<Deps, 'sql' | 'config'>): Promise<OfficialList> {
  const { set, standing } = await readChannels(deps);
  return officialList(
    {
      ...set,
      domains: onceEach([...standing.domains, ...set.domains]),
      phones: onceEach([...standing.phones, ...set.phones]),
    },
    standing.mailAddresses,
  );
}
