/** The domain of the list that a host is, or is below of; null when there is none. Hosts and domains are ASCII and lower case. */
export function within(host: string, domains: readonly string[]): string | null {
  return domains.find((domain) => host === domain || host.endsWith(`.${domain}`)) ?? null;
}
