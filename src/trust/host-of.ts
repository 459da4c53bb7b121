/**
 * The host that a browser would open for an http(s) address: what `URL` makes of user info, ports, backslashes, escapes,
 * full-width letters and punycode (WHATWG URL, UTS #46). ASCII, lower case, without the root's dot. Null for what no browser opens.
 */
export function hostOf(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  const host = url.hostname.replace(/\.$/, '');
  return host === '' || host.startsWith('.') || host.endsWith('.') || host.includes('..') ? null : host;
}

/** The host of what was written as a bare domain; null where it holds more than a host, or is none. */
export function hostOfDomain(domain: string): string | null {
  return /[/\\?#@:%\s]/.test(domain) ? null : hostOf(`https://${domain}`);
}
