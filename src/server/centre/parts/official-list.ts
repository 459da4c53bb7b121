import { networkNames, type OfficialSetting } from '../../../contract/official.ts';
import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';

type Row = readonly [label: string, value: string, href: string | null];

const once = (values: readonly string[]): string[] => [...new Set(values)];

function rows({ t, locale }: View, { set, standing }: OfficialSetting): Row[] {
  return [
    ...once([...standing.domains, ...set.domains]).map(
      (domain): Row => [t('safety.domain'), domain, `https://${domain}`],
    ),
    ...once([...standing.phones, ...set.phones]).map(
      (phone): Row => [t('safety.phone'), phone, `tel:${phone.replace(/[^+\d]/g, '')}`],
    ),
    ...standing.mailAddresses.map(
      (address): Row => [t('safety.email'), address, `mailto:${encodeURI(address)}`],
    ),
    ...set.mailDomains.map((domain): Row => [t('check.mailDomain'), `@${domain}`, null]),
    ...set.accounts.map(({ network, handle }): Row => [networkNames[network][locale], handle, null]),
  ];
}

/** Everything official, so that a customer can compare for themselves. */
export function officialList(view: View, channels: OfficialSetting): Html {
  const list = rows(view, channels);
  if (list.length === 0) return html`<p>${view.t('safety.here')}</p>`;
  return html`<dl class="officials">${list.map(
    ([label, value, href]) =>
      html`<div><dt>${label}</dt><dd>${href === null ? value : html`<a href="${href}" rel="noopener">${value}</a>`}</dd></div>`,
  )}</dl>`;
}
