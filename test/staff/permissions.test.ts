import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { may, type Permission, type Role, roles } from '../../src/contract/roles.ts';
import { Browser, type Cast, oneOfEach, type Person, startCast } from './cast.ts';

let cast: Cast;
let people: Record<Role, Person>;
beforeAll(async () => {
  cast = await startCast();
  people = await oneOfEach(cast);
});
afterAll(() => cast.close());

const id = '00000000-0000-4000-8000-000000000000';
type Route = ['GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', string, Permission | 'signed in'];

const routes: Route[] = [
  ['GET', '/api/desk/me', 'signed in'],
  ['PATCH', '/api/desk/me', 'signed in'],
  ['PUT', '/api/desk/me/password', 'signed in'],
  ['PUT', '/api/desk/me/totp', 'signed in'],
  ['DELETE', '/api/desk/me/totp', 'signed in'],
  ['GET', '/api/desk/sessions', 'signed in'],
  ['DELETE', `/api/desk/sessions/${id}`, 'signed in'],
  ['PUT', '/api/desk/me/presence', 'presence.set'],
  ['GET', '/api/desk/agents', 'staff.read'],
  ['GET', '/api/desk/teams', 'staff.read'],
  ['GET', '/api/desk/admin/staff', 'staff.manage'],
  ['POST', '/api/desk/admin/staff', 'staff.manage'],
  ['GET', `/api/desk/admin/staff/${id}`, 'staff.manage'],
  ['PATCH', `/api/desk/admin/staff/${id}`, 'staff.manage'],
  ['POST', `/api/desk/admin/staff/${id}/invitation`, 'staff.manage'],
  ['PUT', `/api/desk/admin/staff/${id}/disabled`, 'staff.manage'],
  ['DELETE', `/api/desk/admin/staff/${id}/disabled`, 'staff.manage'],
  ['DELETE', `/api/desk/admin/staff/${id}/totp`, 'staff.manage'],
  ['DELETE', `/api/desk/admin/staff/${id}/sessions`, 'staff.manage'],
  ['GET', '/api/desk/admin/teams', 'team.manage'],
  ['POST', '/api/desk/admin/teams', 'team.manage'],
  ['PATCH', `/api/desk/admin/teams/${id}`, 'team.manage'],
  ['DELETE', `/api/desk/admin/teams/${id}`, 'team.manage'],
  ['GET', '/api/desk/admin/topics', 'topic.manage'],
  ['POST', '/api/desk/admin/topics', 'topic.manage'],
  ['PATCH', '/api/desk/admin/topics/none', 'topic.manage'],
  ['DELETE', '/api/desk/admin/topics/none', 'topic.manage'],
  ['GET', '/api/desk/canned-replies', 'conversation.reply'],
  ['POST', '/api/desk/canned-replies', 'conversation.reply'],
  ['PATCH', `/api/desk/canned-replies/${id}`, 'conversation.reply'],
  ['DELETE', `/api/desk/canned-replies/${id}`, 'conversation.reply'],
  ['GET', '/api/desk/admin/canned-replies', 'canned.manage'],
  ['POST', '/api/desk/admin/canned-replies', 'canned.manage'],
  ['PATCH', `/api/desk/admin/canned-replies/${id}`, 'canned.manage'],
  ['DELETE', `/api/desk/admin/canned-replies/${id}`, 'canned.manage'],
  ['GET', '/api/desk/admin/hours', 'hours.manage'],
  ['PUT', '/api/desk/admin/hours', 'hours.manage'],
  ['DELETE', '/api/desk/admin/hours', 'hours.manage'],
  ['GET', '/api/desk/admin/brand', 'brand.manage'],
  ['PUT', '/api/desk/admin/brand', 'brand.manage'],
  ['GET', '/api/desk/admin/audit', 'audit.read'],
  ['GET', '/api/desk/log-check', 'audit.read'],
  ['GET', '/api/desk/queue', 'queue.read'],
  ['GET', '/api/desk/queue/offers', 'conversation.claim'],
  ['POST', '/api/desk/queue/next', 'conversation.claim'],
  ['GET', '/api/desk/admin/queue', 'queue.manage'],
  ['PUT', '/api/desk/admin/queue', 'queue.manage'],
  ['GET', '/api/desk/articles', 'article.read'],
  ['POST', '/api/desk/articles', 'article.edit'],
  ['GET', '/api/desk/articles/none', 'article.read'],
  ['PUT', '/api/desk/articles/none/draft', 'article.edit'],
  ['POST', '/api/desk/articles/none/rename', 'article.publish'],
  ['PUT', '/api/desk/articles/none/review', 'article.edit'],
  ['DELETE', '/api/desk/articles/none/review', 'article.edit'],
  ['POST', '/api/desk/articles/none/publish', 'article.publish'],
  ['PUT', '/api/desk/articles/none/schedule', 'article.publish'],
  ['DELETE', '/api/desk/articles/none/schedule', 'article.publish'],
  ['PUT', '/api/desk/articles/none/archive', 'article.publish'],
  ['DELETE', '/api/desk/articles/none/archive', 'article.publish'],
  ['GET', '/api/desk/articles/none/revisions', 'article.read'],
  ['GET', '/api/desk/articles/none/revisions/7', 'article.read'],
  ['POST', '/api/desk/articles/none/revisions', 'article.edit'],
  ['POST', '/api/desk/articles/none/restore', 'article.edit'],
  ['POST', '/api/desk/articles/none/preview', 'article.read'],
  ['GET', '/api/desk/glossary', 'article.read'],
  ['POST', '/api/desk/glossary', 'article.publish'],
  ['PUT', '/api/desk/glossary/none', 'article.publish'],
  ['PUT', '/api/desk/glossary/none/archive', 'article.publish'],
  ['DELETE', '/api/desk/glossary/none/archive', 'article.publish'],
  ['POST', '/api/desk/pictures', 'article.edit'],
  ['GET', '/api/desk/content/export', 'article.edit'],
  ['POST', '/api/desk/content/import', 'article.edit'],
  ['GET', '/api/desk/content/owners', 'article.read'],
];

/** No body fits every route: whoever may is told what is wrong with it, whoever may not is not even heard. */
const knock = (browser: Browser, method: Route[0], url: string) =>
  browser.send(method, url, method === 'GET' ? undefined : {});

describe.each(routes)('%s %s', (method, url, permission) => {
  test('a stranger is asked to sign in', async () => {
    const { status, body } = await knock(new Browser(cast), method, url);
    expect([status, body.code]).toEqual([401, 'not-signed-in']);
  });

  test.each(roles)('%s', async (role) => {
    const allowed = permission === 'signed in' || may(role, permission);
    const { status, body } = await knock(people[role].browser, method, url);
    if (allowed) {
      expect(status).not.toBe(403);
      expect(status).not.toBe(401);
      expect(status).toBeLessThan(500);
    } else {
      expect([status, body.code]).toEqual([403, 'forbidden']);
    }
  });
});

test('every route of the desk that these nouns have is in this table', () => {
  const listed = new Set(
    routes.map(
      ([method, url]) =>
        `${method} ${url.replace(id, '{id}').replace('/none', '/{id}').replace('/7', '/{number}')}`,
    ),
  );
  const spec = cast.centre.app.swagger() as { paths: Record<string, Record<string, { tags?: string[] }>> };
  const ours = [
    'me',
    'agents',
    'teams',
    'topics',
    'canned replies',
    'hours',
    'brand',
    'audit',
    'queue',
    'articles',
    'glossary',
    'staff administration',
    'administration',
  ];
  const found = Object.entries(spec.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { tags }]) => path.startsWith('/api/desk/') && tags?.some((tag) => ours.includes(tag)))
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  );
  expect(found.length).toBeGreaterThan(30);
  // Setting up a second factor answers a secret, so it is tried on its own.
  expect(found.filter((route) => !listed.has(route))).toEqual(['POST /api/desk/me/totp']);
});

test('public: brand, topics and availability need nobody', async () => {
  for (const url of ['/api/brand', '/api/topics', '/api/availability']) {
    expect((await new Browser(cast).get(url)).status).toBe(200);
  }
});
