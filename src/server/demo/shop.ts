import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const folder = join(import.meta.dirname, '../../../examples/shop');
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** As strict as a shop's policy can be: what the launcher needs is its script and its frame. */
const policy = (centre: string): string =>
  `default-src 'none'; script-src 'self' ${centre}; frame-src ${centre}; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export interface Shop {
  readonly url: string;
  close(): Promise<void>;
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });

/**
 * A small shop whose customers pay with OKPay: a site of somebody else's that has the launcher on its pages.
 * @param centre origin of the support centre
 * @param port the wished one; any free one when it is taken
 */
export async function openShop(centre: string, port = 0): Promise<Shop> {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://shop.invalid').pathname.slice(1) || 'index.html';
    const file = join(folder, name);
    const type = types[extname(name)];
    if (!/^[\w-]+\.\w+$/.test(name) || type === undefined || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy(centre) });
    response.end(readFileSync(file, 'utf8').replaceAll('{{centre}}', centre));
  });
  await listening(server, port).catch(() => listening(server, 0));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
