import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { arrive, auditSince, Browser, type Cast, hire, PASSWORD, type Person, startCast } from './cast.ts';

let cast: Cast;
let admin: Person;
const ended: string[] = [];
beforeAll(async () => {
  cast = await startCast();
  admin = await arrive(cast, 'admin');
  cast.centre.deps.bus.hear((notice) => {
    if (notice.kind === 'session-ended') ended.push(...notice.sessionIds);
  });
});
afterAll(() => cast.close());
beforeEach(() => {
  cast.letters.length = 0;
});

const url = '/api/desk/admin/staff';
const sessionOf = async ({ browser }: Person): Promise<string> =>
  (await browser.get('/api/desk/sessions')).body.rows[0].id;
let invited = 0;
const newcomer = (more: object = {}) => {
  invited += 1;
  return { name: 'Wu Hao', email: `wu.hao${invited}@okpay.example`, role: 'agent', ...more };
};

test('an invitation: the person chooses the password, the administrator never does', async () => {
  const since = await auditSince(cast);
  const person = newcomer({ displayName: 'Hao', capacity: 3, locale: 'zh-CN' });
  const { status, body } = await admin.browser.post(url, person);
  expect(status).toBe(201);
  expect(body.staff).toMatchObject({
    ...person,
    state: 'invited',
    totp: false,
    teamIds: [],
    signedInAt: null,
  });
  expect(body.staff.staffNumber).toMatch(/^A\d+$/);
  expect(cast.letters[0]).toMatchObject({ to: person.email, subject: '您的客服工作台账号' });
  expect(cast.letters[0]?.text).toContain(body.invitation.url);
  const [line] = await since();
  expect(line).toMatchObject({ action: 'staff.invited', staff_name: admin.name, subject_id: body.staff.id });

  const token = body.invitation.url.split('/').at(-1);
  const guest = new Browser(cast);
  expect((await guest.get(`/api/desk/password-resets/${token}`)).body.kind).toBe('invitation');
  expect((await guest.post(`/api/desk/password-resets/${token}`, { password: PASSWORD })).status).toBe(204);
  const me = (await guest.post('/api/desk/session', { email: person.email, password: PASSWORD })).body;
  expect(me).toMatchObject({ displayName: 'Hao', capacity: 3, locale: 'zh-CN' });
  const seen = (await admin.browser.get(`${url}/${body.staff.id}`)).body;
  expect(seen).toMatchObject({ state: 'active' });
  expect(seen.signedInAt).not.toBeNull();
  expect((await admin.browser.post(`${url}/${body.staff.id}/invitation`)).status).toBe(404);
});

test('an invitation can be renewed; the earlier link stops working', async () => {
  const { body } = await admin.browser.post(url, newcomer());
  const renewed = await admin.browser.post(`${url}/${body.staff.id}/invitation`);
  expect(renewed.status).toBe(200);
  const guest = new Browser(cast);
  const statusOf = async (link: string) =>
    (await guest.get(`/api/desk/password-resets/${link.split('/').at(-1)}`)).status;
  expect(await statusOf(body.invitation.url)).toBe(410);
  expect(await statusOf(renewed.body.url)).toBe(200);
});

test.each([
  [{}, 'name'],
  [{ ...newcomer(), email: 'nobody' }, 'email'],
  [{ ...newcomer(), role: 'owner' }, 'role'],
  [{ ...newcomer(), name: ' ' }, 'name'],
  [{ ...newcomer(), name: 'a\u0000b' }, 'name'],
  [{ ...newcomer(), displayName: 'half \ud83d' }, 'displayName'],
  [{ ...newcomer(), name: 'x'.repeat(81) }, 'name'],
  [{ ...newcomer(), staffNumber: 'DROP TABLE' }, 'staffNumber'],
  [{ ...newcomer(), capacity: -1 }, 'capacity'],
  [{ ...newcomer(), capacity: 1.5 }, 'capacity'],
  [{ ...newcomer(), locale: 'de' }, 'locale'],
  [{ ...newcomer(), teamIds: ['x'] }, 'teamIds.0'],
  [{ ...newcomer(), teamIds: ['00000000-0000-4000-8000-000000000000'] }, 'teamIds'],
])('%j is refused, names %s and leaves nobody behind', async (body, field) => {
  const before = (await admin.browser.get(url)).body.rows.length;
  const answer = await admin.browser.post(url, body);
  expect(answer.status).toBe(400);
  expect(answer.body.fields.map((problem: { path: string }) => problem.path)).toContain(field);
  expect((await admin.browser.get(url)).body.rows).toHaveLength(before);
  expect(cast.letters).toEqual([]);
});

test('an address or a staff number is one person’s', async () => {
  const first = newcomer({ staffNumber: 'k777' });
  const { body } = await admin.browser.post(url, first);
  expect(body.staff.staffNumber).toBe('K777');
  const sameMail = await admin.browser.post(url, newcomer({ email: first.email.toUpperCase() }));
  expect([sameMail.status, sameMail.body.code, sameMail.body.fields[0].path]).toEqual([
    409,
    'email-taken',
    'email',
  ]);
  const sameNumber = await admin.browser.post(url, newcomer({ staffNumber: 'K777' }));
  expect([sameNumber.status, sameNumber.body.code]).toEqual([409, 'staff-number-taken']);
  const other = (await admin.browser.post(url, newcomer())).body.staff;
  const changed = await admin.browser.patch(`${url}/${other.id}`, { email: first.email, name: 'Changed' });
  expect([changed.status, changed.body.code]).toEqual([409, 'email-taken']);
  expect((await admin.browser.get(`${url}/${other.id}`)).body.name).toBe(other.name);
});

test('a change is made, and its line says from what to what', async () => {
  const { id } = await hire(cast, 'agent', { name: 'Old Name' });
  const team = (await admin.browser.post('/api/desk/admin/teams', { name: 'Cards' })).body;
  const changed = await admin.browser.patch(`${url}/${id}`, {
    name: 'New Name',
    capacity: 9,
    teamIds: [team.id],
  });
  expect(changed.body).toMatchObject({ name: 'New Name', capacity: 9, teamIds: [team.id] });
  const { rows } = (await admin.browser.get(`/api/desk/admin/audit?subject=${id}`)).body;
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    action: 'staff.changed',
    staffId: admin.id,
    staffName: admin.name,
    ip: '198.51.100.1',
    detail: {
      name: { from: 'Old Name', to: 'New Name' },
      capacity: { from: 5, to: 9 },
      teamIds: { from: [], to: [team.id] },
    },
  });
});

test('another role holds at once, for whoever signs in again', async () => {
  const agent = await arrive(cast, 'agent');
  const session = await sessionOf(agent);
  expect((await admin.browser.patch(`${url}/${agent.id}`, { role: 'supervisor' })).body.role).toBe(
    'supervisor',
  );
  expect((await agent.browser.get('/api/desk/me')).status).toBe(401);
  await vi.waitFor(() => expect(ended).toContain(session));
  await agent.browser.post('/api/desk/session', { email: agent.email, password: PASSWORD });
  expect((await agent.browser.get('/api/desk/admin/audit')).status).toBe(200);
});

test('somebody disabled is out at once and in again when enabled', async () => {
  const agent = await arrive(cast, 'agent');
  const session = await sessionOf(agent);
  const since = await auditSince(cast);
  expect((await admin.browser.put(`${url}/${agent.id}/disabled`)).status).toBe(204);
  expect((await agent.browser.get('/api/desk/me')).status).toBe(401);
  await vi.waitFor(() => expect(ended).toContain(session));
  const sign = () => agent.browser.post('/api/desk/session', { email: agent.email, password: PASSWORD });
  expect((await sign()).status).toBe(401);
  expect((await admin.browser.get(`${url}/${agent.id}`)).body).toMatchObject({
    state: 'disabled',
    disabledBy: admin.name,
  });
  expect(
    (await admin.browser.get('/api/desk/agents')).body.rows.map((row: { id: string }) => row.id),
  ).not.toContain(agent.id);
  expect((await admin.browser.put(`${url}/${agent.id}/disabled`)).status).toBe(404);

  expect((await admin.browser.delete(`${url}/${agent.id}/disabled`)).status).toBe(204);
  expect((await admin.browser.delete(`${url}/${agent.id}/disabled`)).status).toBe(404);
  expect((await sign()).status).toBe(200);
  const actions = (await since()).map((line) => line.action);
  expect(actions).toEqual(['staff.disabled', 'staff.enabled', 'session.started']);
});

test('an administrator helps out: signs somebody out, removes a lost second factor', async () => {
  const agent = await arrive(cast, 'agent');
  expect((await admin.browser.delete(`${url}/${agent.id}/totp`)).status).toBe(404);
  await cast.database
    .sql`update staff set totp_secret = 'AAAA', totp_confirmed_at = now() where id = ${agent.id}`;
  expect((await admin.browser.delete(`${url}/${agent.id}/totp`)).status).toBe(204);
  expect((await agent.browser.get('/api/desk/me')).status).toBe(401);
  const sign = () => agent.browser.post('/api/desk/session', { email: agent.email, password: PASSWORD });
  expect((await sign()).body.totp).toBe(false);
  expect((await admin.browser.delete(`${url}/${agent.id}/sessions`)).status).toBe(204);
  expect((await agent.browser.get('/api/desk/me')).status).toBe(401);
  const nobody = '00000000-0000-4000-8000-000000000000';
  expect((await admin.browser.delete(`${url}/${nobody}/sessions`)).status).toBe(404);
  expect((await admin.browser.patch(`${url}/${nobody}`, { name: 'X' })).status).toBe(404);
  expect((await admin.browser.get(`${url}/not-an-id`)).body.fields[0].path).toBe('id');
});

test('the last administrator who can sign in stays', async () => {
  const refused = [
    await admin.browser.put(`${url}/${admin.id}/disabled`),
    await admin.browser.patch(`${url}/${admin.id}`, { role: 'agent' }),
  ];
  expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
    [409, 'last-admin'],
    [409, 'last-admin'],
  ]);
  // One who was only invited cannot sign in yet, and does not count.
  await admin.browser.post(url, newcomer({ role: 'admin' }));
  expect((await admin.browser.put(`${url}/${admin.id}/disabled`)).status).toBe(409);
});

test('of two administrators who remove each other at the same time one stays', async () => {
  for (let round = 0; round < 5; round += 1) {
    const other = await arrive(cast, 'admin');
    const statuses = await Promise.all([
      admin.browser.put(`${url}/${other.id}/disabled`),
      other.browser.patch(`${url}/${admin.id}`, { role: 'agent' }),
    ]);
    const left = await cast.database.sql`select 1 from staff
      where role = 'admin' and disabled_at is null and password_hash is not null`;
    expect([left.length, statuses.map(({ status }) => status)]).toEqual([1, expect.anything()]);
    // For the next round: the first administrator is in office again, and alone.
    await cast.database.sql`update staff set role = 'admin', disabled_at = null where id = ${admin.id}`;
    await cast.database.sql`update staff set role = 'agent' where id = ${other.id}`;
    await admin.browser.post('/api/desk/session', { email: admin.email, password: PASSWORD });
  }
});
