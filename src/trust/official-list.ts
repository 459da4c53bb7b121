import type { CountryCode } from 'libphonenumber-js/max';
import type { OfficialAccount, OfficialChannels } from '../contract/official.ts';
import { readPhone } from './read-phone.ts';

export interface OfficialPhone {
  /** As people write it: `+1-800-555-0199`. */
  readonly written: string;
  /** E.164 where it is a number of a country's plan; null for short codes. */
  readonly international: string | null;
  readonly digits: string;
}

/** Everything that is ours, ready to compare with. */
export interface OfficialList {
  /** Web hosts; each with everything below it. */
  readonly domains: readonly string[];
  /** Domains mail comes from; each with everything below it. */
  readonly mailDomains: readonly string[];
  /** Single addresses on domains that are not ours. */
  readonly mailAddresses: readonly string[];
  readonly phones: readonly OfficialPhone[];
  readonly accounts: readonly OfficialAccount[];
  /** Where a number without a country code is dialled. */
  readonly country: CountryCode;
}

/** What is set at the desk, ready to compare with. `mailAddresses` are lower case. */
export function officialList(
  channels: OfficialChannels,
  mailAddresses: readonly string[] = [],
): OfficialList {
  const country = channels.country as CountryCode;
  const phones = channels.phones.map((written) => ({
    written,
    international: readPhone(written, country)?.number ?? null,
    digits: written.replace(/\D/g, ''),
  }));
  const { domains, mailDomains, accounts } = channels;
  return { domains, mailDomains, mailAddresses, phones, accounts, country };
}
