import type { Options, PostgresType, Sql } from 'postgres';
import { driverOptions } from './address.ts';
import { postgres } from './driver.ts';

/**
 * Seconds until a connection that failed is tried again. The driver's own waits grow with the failures of all
 * connections together, to twenty seconds after a restart of two.
 */
const backoff = (): number => 0.1 + Math.random() * 0.4;

/** A client for any database address, including the folder of a socket. Connects when first used. */
export function openDatabase(address: string, more: Options<Record<string, PostgresType>> = {}): Sql {
  const { url, options } = driverOptions(address);
  const connection = { application_name: 'support-centre', TimeZone: 'UTC', ...more.connection };
  return postgres(url, {
    connect_timeout: 10,
    backoff,
    onnotice: () => {},
    ...options,
    ...more,
    connection,
  }) as unknown as Sql;
}
