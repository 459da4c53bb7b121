import type { Options, PostgresType } from 'postgres';

/** The address of a database behind a Unix socket, as libpq writes it; psql and pg_dump take it too. */
export function socketAddress(socketFolder: string, database: string, user: string): string {
  const query = new URLSearchParams({ host: socketFolder, user });
  return `postgresql:///${encodeURIComponent(database)}?${query}`;
}

/** The address without its password, for messages. */
export function addressWithoutSecrets(address: string): string {
  return address.replace(/^(\w+:\/\/)[^@/]*@/, '$1').replace(/\?.*$/, '');
}

/** The same address for the driver, which takes the folder of a socket only as an option. */
export function driverOptions(address: string): {
  url: string;
  options: Options<Record<string, PostgresType>>;
} {
  const socketFolder = URL.canParse(address) ? new URL(address).searchParams.get('host') : null;
  if (socketFolder === null) return { url: address, options: {} };
  const url = new URL(address);
  const user = url.searchParams.get('user') ?? decodeURIComponent(url.username);
  const port = Number(url.searchParams.get('port') ?? 5432);
  for (const name of ['host', 'user', 'port']) url.searchParams.delete(name);
  return { url: url.href, options: { host: socketFolder, port, user } };
}
