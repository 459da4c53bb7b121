import { totalmem } from 'node:os';

const megabyte = 1024 * 1024;

const clamp = (value: number, low: number, high: number): number =>
  Math.round(Math.min(high, Math.max(low, value)));

/** Memory this process and its database may use together: the machine's, or less where a container says so. */
const memoryMegabytes = (): number =>
  Math.min(totalmem(), process.constrainedMemory() || totalmem()) / megabyte;

/**
 * PostgreSQL's settings, given on its command line so that a newer version of the server brings its own.
 * Every commit is flushed to disk; `flush: false` is for tests alone.
 * @param prewarm the library that loads after a restart what was in memory before, where there is one: without it the
 *   first pages of a large inbox come from the disk, row by row
 */
export function postgresSettings(
  socketFolder: string,
  flush: boolean,
  prewarm: string | null,
  memory = memoryMegabytes(),
): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketFolder.replace(/[\\",]/g, (c) => (c === ',' ? c : `\\${c}`)),
    unix_socket_permissions: '0700',
    max_connections: '200',
    fsync: flush ? 'on' : 'off',
    full_page_writes: flush ? 'on' : 'off',
    synchronous_commit: 'on',
    shared_buffers: `${clamp(memory / 8, 32, 1024)}MB`,
    effective_cache_size: `${clamp(memory / 2, 64, 65_536)}MB`,
    maintenance_work_mem: `${clamp(memory / 32, 32, 512)}MB`,
    max_wal_size: '2GB',
    checkpoint_timeout: '10min',
    jit: 'off',
    shared_preload_libraries: prewarm ?? '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // What failed is told to whoever asked. Here it would only carry customers' words into a log.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_line_prefix: '',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
