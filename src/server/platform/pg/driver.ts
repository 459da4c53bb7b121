/**
 * The driver, with its faults around connections that die mended while it is loaded. Version 3.4.9, the newest, writes to
 * a connection that has closed meanwhile, from a timer, where nobody can catch it: a database that restarts takes the
 * whole server with it (porsager/postgres issues 1154 and 1208). A connection that closed with something still to
 * write never writes again, so that every query it is given afterwards waits for its timeout; and the last word of one
 * that was ended is taken for the answer to the first query after it.
 *
 * And a query of more than 16 KB kept the next one from being sent until it was answered, so that the database had
 * nothing to do while the server read the answer.
 */
import { registerHooks } from 'node:module';

type Mend = readonly [faulty: string, mended: string];

const mends: readonly Mend[] = [
  [
    'const x = socket.write(chunk, fn)\n    nextWriteTimer !== null && clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    return x',
    "const x = chunk\n    nextWriteTimer !== null && clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    if (socket === null) return error(Errors.connection('CONNECTION_CLOSED', options, socket)), false\n    return socket.write(x, fn) || socket.writable",
  ],
  [
    "clearImmediate(nextWriteTimer)\n    socket.removeListener('data', data)",
    "clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = errorResponse = null\n    socket.removeListener('data', data)",
  ],
  // A new connection asks for the database's types first, and nobody hears when it dies of that: its first query is told.
  ['return fetchArrayTypes()', 'return void fetchArrayTypes().catch(() => {})'],
  // What was asked between an error and the close that follows it is answered too.
  ['!hadError && (query || sent.length) && error(', ';(query || sent.length) && error('],
];

function mend(source: string): string {
  return mends.reduce((text, [faulty, mended]) => {
    if (!text.includes(faulty))
      throw new Error(
        'The PostgreSQL driver is another version than driver.ts mends: look whether it still must.',
      );
    return text.replace(faulty, () => mended);
  }, source);
}

const hooks = registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith('/postgres/src/connection.js')) return loaded;
    return { ...loaded, source: mend(String(loaded.source)) };
  },
});

export const { default: postgres } = await import('postgres');
hooks.deregister();
