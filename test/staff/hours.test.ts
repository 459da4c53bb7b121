import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { arrive, auditSince, Browser, type Cast, type Person, startCast } from './cast.ts';

let cast: Cast;
let admin: Person;
let online: Person;
beforeAll(async () => {
  cast = await startCast();
  admin = await arrive(cast, 'admin');
  online = await arrive(cast, 'agent');
});
afterAll(() => cast.close());

const url = '/api/desk/admin/hours';
const days = (periods: object[]) => Array.from({ length: 7 }, () => periods);
const schedule = (more: object = {}) => ({
  channel: 'chat',
  teamId: null,
  week: days([]),
  exceptions: [],
  ...more,
});
const availability = async (query = '') => (await new Browser(cast).get(`/api/availability${query}`)).body;
const holiday = (date: string, periods: object[] = []) => ({
  date,
  name: { 'zh-CN': '国庆', en: 'Holiday' },
  periods,
});
const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(cast.centre.deps.clock.now());

async function connect({ id, browser }: Person): Promise<void> {
  const [session] = (await browser.get('/api/desk/sessions')).body.rows;
  await cast.database.sql`insert into staff_connections (node_id, session_id, staff_id)
    values ('00000000-0000-4000-8000-00000000abcd', ${session.id}, ${id})`;
}

beforeEach(async () => {
  await cast.database.sql`delete from staff_connections`;
  await cast.database.sql`delete from hours_schedules`;
  await online.browser.put('/api/desk/me/presence', { presence: 'away' });
});

test('until hours are set, chat is open whenever an agent is there', async () => {
  expect(await availability()).toMatchObject({
    timeZone: 'Asia/Shanghai',
    chat: { state: 'offline', reason: 'nobody', opensAt: null, closesAt: null },
    phone: { state: 'none', numbers: [] },
    email: { state: 'none', addresses: [] },
    hoursToday: { chat: [{ opens: '00:00', closes: '24:00' }], phone: [{ opens: '09:00', closes: '21:00' }] },
    holiday: null,
  });
  await online.browser.put('/api/desk/me/presence', { presence: 'online' });
  expect((await availability()).chat.reason).toBe('nobody');
  await connect(online);
  expect((await availability()).chat).toMatchObject({ state: 'online', reason: 'open' });
  await online.browser.put('/api/desk/me/presence', { presence: 'busy' });
  expect((await availability()).chat.state).toBe('offline');
});

test('a node that died does not keep its agents online', async () => {
  await online.browser.put('/api/desk/me/presence', { presence: 'online' });
  await connect(online);
  await cast.database.sql`update staff_connections set seen_at = now() - interval '2 minutes'`;
  expect((await availability()).chat.reason).toBe('nobody');
});

test('an editor who is online answers no chats', async () => {
  const editor = await arrive(cast, 'editor');
  await cast.database.sql`update staff set presence = 'online' where id = ${editor.id}`;
  await connect(editor);
  expect((await availability()).chat.reason).toBe('nobody');
});

test('hours are set as a whole and read back, several periods and across midnight', async () => {
  const since = await auditSince(cast);
  const week = days([
    { opens: '09:00', closes: '12:00' },
    { opens: '13:30', closes: '18:00' },
    { opens: '22:00', closes: '02:00' },
  ]);
  const exceptions = [holiday('2026-10-01'), holiday('2026-10-02', [{ opens: '10:00', closes: '16:00' }])];
  const set = await admin.browser.put(url, schedule({ week, exceptions }));
  expect(set.status).toBe(200);
  expect(set.body).toEqual(schedule({ week, exceptions }));
  const { rows, timeZone } = (await admin.browser.get(url)).body;
  expect(timeZone).toBe('Asia/Shanghai');
  expect(rows).toEqual([
    set.body,
    schedule({ channel: 'phone', week: days([{ opens: '09:00', closes: '21:00' }]) }),
  ]);
  expect((await since()).map(({ action }) => action)).toEqual(['hours.set']);

  expect(
    (await admin.browser.put(url, schedule({ week: days([{ opens: '08:00', closes: '24:00' }]) }))).status,
  ).toBe(200);
  expect((await admin.browser.delete(`${url}?channel=chat`)).status).toBe(204);
  expect((await admin.browser.delete(`${url}?channel=chat`)).status).toBe(404);
});

test('outside the hours it says when it opens', async () => {
  const inADay = new Date(cast.centre.deps.clock.now().getTime() + 24 * 3600 * 1000);
  const weekday = (new Date(`${today()}T00:00:00Z`).getUTCDay() + 6) % 7;
  const week = days([]);
  week[(weekday + 1) % 7] = [{ opens: '10:00', closes: '11:00' }];
  await admin.browser.put(url, schedule({ week }));
  const tomorrow = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(inADay);
  expect((await availability()).chat).toEqual({
    state: 'offline',
    reason: 'closed',
    opensAt: new Date(`${tomorrow}T10:00:00+08:00`).toISOString(),
    closesAt: null,
  });
});

test('a holiday closes the day, and has a name', async () => {
  await admin.browser.put(
    url,
    schedule({ week: days([{ opens: '00:00', closes: '24:00' }]), exceptions: [holiday(today())] }),
  );
  const state = await availability();
  expect(state.chat.reason).toBe('closed');
  expect(state.holiday).toEqual({ 'zh-CN': '国庆', en: 'Holiday' });
  expect(state.hoursToday.chat).toEqual([]);
});

test('a team has its own hours, else the centre’s', async () => {
  const team = (await admin.browser.post('/api/desk/admin/teams', { name: 'Night' })).body;
  await admin.browser.put(
    url,
    schedule({ teamId: team.id, week: days([{ opens: '00:00', closes: '24:00' }]) }),
  );
  await admin.browser.put(url, schedule());
  expect((await availability(`?team=${team.id}`)).chat.reason).toBe('nobody');
  expect((await availability()).chat.reason).toBe('closed');
  expect((await admin.browser.get(url)).body.rows).toHaveLength(3);
  expect((await admin.browser.delete(`${url}?channel=chat&team=${team.id}`)).status).toBe(204);
  expect((await availability(`?team=${team.id}`)).chat.reason).toBe('closed');
});

test('telephone and mail come from the brand', async () => {
  const brand = (await admin.browser.get('/api/desk/admin/brand')).body;
  const phones = [{ number: '400-555-0199', label: null }];
  await admin.browser.put('/api/desk/admin/brand', { ...brand, phones, emails: ['help@okpay.example'] });
  await admin.browser.put(
    url,
    schedule({ channel: 'phone', week: days([{ opens: '00:00', closes: '24:00' }]) }),
  );
  expect(await availability()).toMatchObject({
    phone: { state: 'open', numbers: ['400-555-0199'] },
    email: { state: 'open', addresses: ['help@okpay.example'], replyWithinHours: 4 },
  });
});

test.each([
  [schedule({ week: days([]).slice(1) }), 'week'],
  [schedule({ week: days([{ opens: '25:00', closes: '26:00' }]) }), 'week.0.0.opens'],
  [schedule({ week: days([{ opens: '09:00', closes: '24:01' }]) }), 'week.0.0.closes'],
  [
    schedule({
      week: days([
        { opens: '09:00', closes: '12:00' },
        { opens: '11:00', closes: '13:00' },
      ]),
    }),
    'week.0',
  ],
  [
    schedule({
      week: days([
        { opens: '20:00', closes: '09:30' },
        { opens: '09:00', closes: '10:00' },
      ]),
    }),
    'week.0',
  ],
  [
    schedule({ week: days(Array.from({ length: 7 }, () => ({ opens: '09:00', closes: '10:00' }))) }),
    'week.0',
  ],
  [schedule({ exceptions: [holiday('2026-02-30')] }), 'exceptions.0.date'],
  [schedule({ exceptions: [holiday('2026-10-01'), holiday('2026-10-01')] }), 'exceptions.1.date'],
  [schedule({ channel: 'fax' }), 'channel'],
  [schedule({ teamId: '00000000-0000-4000-8000-000000000000' }), 'teamId'],
])('%j is refused and changes nothing', async (body, field) => {
  await admin.browser.put(url, schedule({ week: days([{ opens: '09:00', closes: '10:00' }]) }));
  const before = (await admin.browser.get(url)).body;
  const answer = await admin.browser.put(url, body);
  expect(answer.status).toBe(400);
  expect(answer.body.fields.map(({ path }: { path: string }) => path)).toContain(field);
  expect((await admin.browser.get(url)).body).toEqual(before);
});

test('of two who set hours at the same time one wins, whole', async () => {
  const one = schedule({ week: days([{ opens: '09:00', closes: '10:00' }]) });
  const two = schedule({
    week: days([{ opens: '12:00', closes: '13:00' }]),
    exceptions: [holiday('2026-12-25')],
  });
  const answers = await Promise.all([one, two, one, two].map((body) => admin.browser.put(url, body)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const [kept] = (await admin.browser.get(url)).body.rows;
  expect([one, two]).toContainEqual(kept);
});
