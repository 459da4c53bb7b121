import postgres, { type Options, type PostgresType, type Sql } from 'postgres';
import { driverOptions } from './address.ts';

/** A client for any database address, including the folder of a socket. Connects when first used. */
export function openDatabase(address: string, more: Options<Record<string, PostgresType>> = {}): Sql {
  const { url, options } = driverOptions(address);
  const connection = { application_name: 'support-centre', TimeZone: 'UTC', ...more.connection };
  return postgres(url, {
    connect_timeout: 10,
    onnotice: () => {},
    ...options,
    ...more,
    connection,
  }) as unknown as Sql;
}
