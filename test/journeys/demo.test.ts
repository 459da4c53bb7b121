import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/contract/locale.ts';
import { RunningCentre, startCentre } from '../support/centre.ts';
import { Person } from '../support/person.ts';
import { Agent } from './people/agent.ts';
import { Customer } from './people/customer.ts';
import { leaveClean, stage } from './people/stage.ts';
import { languages } from './people/words.ts';

const on = stage({ variables: { DEMO: 'true' }, deserted: true });

interface SignIn {
  role: string;
  email: string;
  password: string;
}

/** The sign-ins that the latest start printed. */
const printed = ({ said }: RunningCentre): SignIn[] =>
  [...said.slice(said.lastIndexOf('  Desk ')).matchAll(/^ {2}(\w+) +(\S+@\S+) +(\S+) {3}/gm)].map(
    ([, role = '', email = '', password = '']) => ({ role, email, password }),
  );
const withRole = (wanted: string): SignIn => printed(on.centre).find(({ role }) => role === wanted) as SignIn;

async function signedIn({ email, password }: SignIn): Promise<Person> {
  const person = new Person(on.centre.url, 'desk');
  await person.post('/api/desk/session', { email, password });
  return person;
}

describe('the demonstration', () => {
  it('has staff of every role, and conversations in every state and both languages', async () => {
    expect(new Set(printed(on.centre).map(({ role }) => role))).toEqual(
      new Set(['admin', 'supervisor', 'senior', 'agent', 'editor']),
    );
    const lin = await signedIn(withRole('agent'));
    const page = async (view: string) =>
      (
        await lin.get<{
          rows: { locale: Locale; priority: string; tags: string[]; agent: object | null; lastSeq: number }[];
        }>(`/api/desk/conversations?view=${view}&limit=100`)
      ).rows;
    const [all, unassigned, mine, resolved] = await Promise.all(
      ['all', 'unassigned', 'mine', 'resolved'].map(page),
    );
    expect(all?.length).toBeGreaterThanOrEqual(25);
    expect(unassigned?.length).toBeGreaterThanOrEqual(10);
    expect(mine?.length).toBeGreaterThanOrEqual(3);
    expect((all?.length ?? 0) + (resolved?.length ?? 0)).toBeGreaterThanOrEqual(60);
    expect(new Set(all?.map(({ locale }) => locale))).toEqual(new Set(languages));
    expect(all?.some(({ priority, agent }) => priority === 'P1' && agent === null)).toBe(true);
    expect(Math.max(...(all ?? []).map(({ lastSeq }) => lastSeq))).toBeGreaterThanOrEqual(300);
  });

  it('is not filled twice: a later start makes new passwords for the same people', async () => {
    const before = withRole('agent');
    const [count] = await on.centre.database.sql`select count(*)::int as n from events`;
    await on.centre.kill();
    await on.centre.start();
    const after = withRole('agent');
    expect(after.email).toBe(before.email);
    expect(after.password).not.toBe(before.password);
    await expect(signedIn(before)).rejects.toThrow('401');
    await signedIn(after);
    expect(await on.centre.database.sql`select count(*)::int as n from events`).toEqual([count]);
  });

  it('never mixes with a real centre', async () => {
    const real = await startCentre();
    const token = real.setupPath.split('/').at(-1);
    const admin = {
      name: '周敏',
      email: 'zhou@desk.example.com',
      password: 'a long enough passphrase 4 tests',
    };
    await new Person(real.url, 'desk').post('/api/setup', { token, ...admin });
    const demo = new RunningCentre(0, real.database, { DEMO: 'true' });
    await expect(demo.start()).rejects.toThrow(/a demonstration needs an empty one/);
    await real.close();
  });
});

describe.each(languages)('a full centre in the dark, in %s', (locale) => {
  let lin: Agent;
  let admin: Agent;
  let wei: Customer;
  const dark = { dark: true, locale };
  leaveClean(() => [lin?.window, admin?.window, wei?.window]);

  beforeAll(async () => {
    lin = await Agent.opens(on.browsers, locale, '/desk', dark);
    await lin.window.look('sign-in');
    await lin.signsIn(withRole('agent'));
    await lin.navigation.waitFor();
  });

  it('the desk', async () => {
    for (const view of ['unassigned', 'mine', 'resolved', 'all'] as const) {
      await lin.goesTo(view);
      await lin.list.getByRole('link').first().waitFor();
      await lin.window.look(`inbox-${view}`);
    }
    await lin.list.getByRole('link').nth(2).click();
    await lin.timeline.getByRole('listitem').first().waitFor();
    await lin.window.look('conversation');
    await lin.page.goto(`/desk/search?q=${locale === 'en' ? 'refund' : '退'}`);
    await lin.page.getByRole('main').getByRole('link').nth(1).waitFor();
    await lin.window.look('search');
    await lin.page.goto('/desk/account');
    await lin.page.getByRole('heading', { level: 1 }).waitFor();
    await lin.window.look('account');
  });

  it('a conversation of three hundred messages is scrolled to its beginning', async () => {
    await lin.goesTo('mine');
    const long = lin.words.desk('timeline.toEnd');
    await lin.list.getByRole('link').filter({ hasText: '辛苦你' }).click();
    await lin.sees('辛苦你');
    await expect
      .poll(
        async () => {
          await lin.timeline.evaluate((region) => region.scrollTo(0, 0));
          return lin.line('想一笔一笔核对').count();
        },
        { timeout: 15_000 },
      )
      .toBe(1);
    await lin.window.look('conversation-long');
    await lin.page.getByRole('button', { name: long }).click();
    await lin.sees('辛苦你');
  });

  it('the administration', async () => {
    admin = await Agent.opens(on.browsers, locale, '/desk', dark);
    await admin.signsIn(withRole('admin'));
    await admin.navigation.waitFor();
    for (const section of ['staff', 'teams', 'topics', 'canned', 'hours', 'brand', 'audit']) {
      await admin.page.goto(`/desk/admin/${section}`);
      await admin.page.getByRole('heading', { level: 1 }).waitFor();
      await expect.poll(() => admin.page.locator('table, form').count()).toBeGreaterThan(0);
      await admin.window.look(`admin-${section}`);
    }
  });

  it('the centre', async () => {
    wei = await Customer.arrives(on.browsers, '/', dark);
    for (const path of ['/', '/help', '/help/payments', '/contact', '/my', '/chat']) {
      await wei.page.goto(path);
      await wei.page.getByRole('heading', { level: 1 }).waitFor();
      if (path === '/chat')
        await wei.page.getByRole('heading', { name: wei.words.chat('start.title') }).waitFor();
      await wei.window.look(`page${path.replaceAll('/', '-')}`);
    }
    await wei.asks({ question: `夜里 night ${locale}` });
    await wei.window.look('chat');
  });
});

describe.each(languages)('the centre on a wide screen, in %s', (locale) => {
  let page: Customer;
  leaveClean(() => [page?.window]);

  it('the chat opens beside the page, and is there on the next one', async () => {
    const wide = await on.browsers.open('desk', '/', { locale });
    page = new Customer(wide);
    const { centre: words, chat } = page.words;
    await wide.look('centre-home');
    await wide.page.getByRole('link', { name: new RegExp(words('site.chat')) }).click();
    const frame = wide.page.frameLocator('iframe');
    await frame.getByRole('heading', { name: chat('start.title') }).waitFor();
    await wide.look('centre-chat-beside');
    await wide.page.goto('/help/payments');
    await frame.getByRole('heading', { name: chat('start.title') }).waitFor();
    await wide.page.goto('/contact');
    await wide.look('centre-contact');
  });
});
