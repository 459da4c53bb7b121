import { type Child, start } from './child.ts';
import type { BenchDatabase } from './database.ts';

export interface Product extends Child {
  readonly port: number;
}

/**
 * The server as it is, in a process of its own. Only the limit on frames a client may send is lifted, because one
 * socket here speaks for many customers' worth of work.
 */
export async function startProduct(
  { url, dataDir }: BenchDatabase,
  env: Record<string, string> = {},
  node: string[] = [],
): Promise<Product> {
  let heard = '';
  let onPort = (_port: number) => {};
  const port = new Promise<number>((resolve) => {
    onPort = resolve;
  });
  const settings = {
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    SOCKET_MESSAGES_PER_SECOND: '100000',
    ...env,
  };
  const child = start('src/server/main.ts', {
    env: settings,
    node,
    onOutput(text) {
      heard += text;
      const found = /Centre +http:\/\/localhost:(\d+)/.exec(heard);
      if (found !== null) onPort(Number(found[1]));
      else if (/"level":(50|60)/.test(text)) console.error(text.trim());
    },
  });
  const ended = new Promise<never>((_resolve, reject) => {
    child.process.once('exit', (code) =>
      reject(new Error(`the server ended (${code}) before it was ready\n${heard}`)),
    );
  });
  ended.catch(() => undefined);
  return { ...child, port: await Promise.race([port, ended]) };
}
