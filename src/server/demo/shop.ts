import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { SignJWT } from 'jose';
import type { IdentityKey } from '../platform/identity-keys.ts';

const folder = join(import.meta.dirname, '../../../examples/shop');
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** As strict as a shop's policy can be: what the launcher needs is its script and its frame. */
const policy = (centre: string): string =>
  `default-src 'none'; script-src 'self' ${centre}; frame-src ${centre}; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The shop's customers; each signs in with the pages of their language. */
const customers = {
  zh: { sub: 'shop-customer-1', name: '卫国强', email: 'wei@example.com', account: 'wei-0412' },
  en: { sub: 'shop-customer-2', name: 'Anna Lind', email: 'anna@example.com', account: 'lind-2207' },
} as const;
type SignedIn = keyof typeof customers;

/** What the shop's server says of whoever is signed in: good for ten minutes, and for this centre only. */
const tokenFor = (who: SignedIn, centre: string, { kid, alg, key }: IdentityKey): Promise<string> =>
  new SignJWT({ ...customers[who] })
    .setProtectedHeader({ alg, kid })
    .setIssuedAt()
    .setExpirationTime('10m')
    .setAudience(centre)
    .sign(key);

function whoIs({ method, headers }: IncomingMessage): SignedIn | null {
  if (method === 'DELETE') return null;
  if (method === 'POST') return headers['accept-language']?.startsWith('en') ? 'en' : 'zh';
  return (/\bshop=(zh|en)\b/.exec(headers.cookie ?? '')?.[1] as SignedIn | undefined) ?? null;
}

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
 * @param identityKey an HS256 key that the centre knows as well; without it nobody is named to the centre
 */
export async function openShop(
  centre: string,
  { port = 0, identityKey }: { port?: number; identityKey?: IdentityKey | undefined } = {},
): Promise<Shop> {
  const answerSession = async (request: IncomingMessage, response: ServerResponse) => {
    const who = whoIs(request);
    const token = who !== null && identityKey !== undefined ? await tokenFor(who, centre, identityKey) : null;
    const cookie = { 'set-cookie': `shop=${who ?? 'out'}; Path=/; HttpOnly; SameSite=Lax` };
    response.writeHead(200, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(request.method !== 'GET' && cookie),
    });
    response.end(JSON.stringify({ name: who === null ? null : customers[who].name, token }));
  };
  const server = createServer((request, response) => {
    if (request.url === '/session') {
      void answerSession(request, response);
      return;
    }
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
