import type { Sql } from 'postgres';
import { socketAddress } from './address.ts';
import { databaseName, roleName } from './cluster.ts';
import { openDatabase } from './open.ts';

/** One number of ours among PostgreSQL's advisory locks: "the server that owns this data folder". */
const lockNumber = 7_031_965_001;

const nameOf = (pid: number): string => `support-centre server ${pid}`;

/** One connection whose life is the lock's life: when this process dies, however it dies, PostgreSQL lets go. */
export function lockConnection(socketFolder: string, onclose?: () => void): Sql {
  return openDatabase(socketAddress(socketFolder, databaseName, roleName), {
    max: 1,
    max_lifetime: null,
    connect_timeout: 5,
    fetch_types: false,
    connection: { application_name: nameOf(process.pid) },
    ...(onclose === undefined ? {} : { onclose }),
  });
}

/** Becomes the owner of the data folder; otherwise says who is. */
export async function takeLock(sql: Sql): Promise<{ taken: true } | { taken: false; by: string }> {
  const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${lockNumber}) as taken`;
  if (row?.taken === true) return { taken: true };
  const [holder] = await sql<{ name: string }[]>`
    select application_name as name from pg_stat_activity join pg_locks using (pid)
    where locktype = 'advisory' and (classid::bigint << 32) | objid::bigint = ${lockNumber} and granted`;
  return { taken: false, by: holder?.name.replace(nameOf(0).slice(0, -1), 'process ') ?? 'another server' };
}
