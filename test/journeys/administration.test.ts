import { beforeAll, describe, expect, it } from 'vitest';
import { Agent } from './people/agent.ts';
import { Customer } from './people/customer.ts';
import { leaveClean, stage } from './people/stage.ts';
import { languages } from './people/words.ts';

const on = stage();

describe.each(languages)('running the centre, in %s', (locale) => {
  let zhou: Agent;
  let reader: Customer;
  const tail = locale.slice(0, 2);
  leaveClean(() => [zhou?.window, reader?.window]);

  beforeAll(async () => {
    zhou = await Agent.arrives(on.browsers, locale, on.cast.zhou);
    reader = await Customer.arrives(on.browsers, '/', { locale });
  });

  const opens = async (section: string) => {
    await zhou.page.goto(`/desk/admin/${section}`);
    await zhou.page.getByRole('heading', { level: 1 }).waitFor();
    await zhou.page.locator('[aria-hidden="true"][class*=keleton]').first().waitFor({ state: 'detached' });
    await zhou.window.look(`admin-${section}`);
  };
  const both = (label: string) =>
    ['zh-CN', 'en'].map((each) => zhou.page.getByLabel(`${label} · ${zhou.words.desk(`language.${each}`)}`));
  const fill = async (label: string, texts: string[]) => {
    for (const [i, field] of both(label).entries()) await field.fill(texts[i] as string);
  };
  const saves = async () => {
    await zhou.button(zhou.words.desk('common.save')).click();
    await zhou.isTold(zhou.words.desk('admin.saved'));
  };
  const row = (text: string) => zhou.page.getByRole('row').filter({ hasText: text });

  it('puts the centre into a site', async () => {
    await opens('launcher');
    const sites = zhou.page.getByLabel(zhou.words.desk('admin.launcher.sites'));
    await sites.fill('https://shop.example\nshop');
    await zhou.button(zhou.words.desk('common.save')).click();
    await zhou.page.locator('textarea[aria-invalid=true]').waitFor();
    await sites.fill('https://shop.example');
    await saves();
  });

  it('changes a colleague, and proves first that it is really the administrator', async () => {
    const { desk } = zhou.words;
    await opens('staff');
    await zhou.button(desk('admin.actionsFor', { name: on.cast.chen.name })).click();
    await zhou.page.getByRole('menuitem', { name: desk('common.edit') }).click();
    await zhou.page.getByLabel(desk('admin.staff.capacity')).fill('9');
    await zhou.window.look('admin-staff-edit');
    await on.centre.database.sql`update staff_sessions set created_at = created_at - interval '11 minutes'`;
    await zhou.button(desk('common.save')).click();
    const dialog = zhou.dialog(desk('confirm.title'));
    await dialog.getByLabel(desk('account.currentPassword'), { exact: true }).fill(on.cast.zhou.password);
    await zhou.window.look('admin-confirm');
    await dialog.getByRole('button', { name: desk('confirm.go') }).click();
    await zhou.isTold(desk('admin.saved'));
  });

  it('makes a team', async () => {
    const { desk } = zhou.words;
    await opens('teams');
    await zhou.button(desk('admin.teams.create')).click();
    await zhou.page.getByLabel(desk('admin.teams.name')).fill(`退款组 ${tail}`);
    await zhou.page.getByLabel(desk('admin.teams.members')).first().click();
    await zhou.page.getByRole('option', { name: on.cast.lin.name }).click();
    await zhou.page.keyboard.press('Tab');
    await zhou.window.look('admin-teams-edit');
    await saves();
    await row(`退款组 ${tail}`).filter({ hasText: on.cast.lin.name }).waitFor();
  });

  it('makes a topic, which the centre shows', async () => {
    const { desk } = zhou.words;
    await opens('topics');
    await zhou.button(desk('admin.topics.create')).click();
    await fill(desk('admin.topics.name'), [`红包${tail}`, `Gifts ${tail}`]);
    await fill(desk('admin.topics.description'), ['收发红包', 'Sending and receiving gifts']);
    await zhou.page.getByLabel(desk('admin.topics.id')).fill(`gifts-${tail}`);
    await zhou.page.getByLabel(desk('admin.topics.icon')).fill('gift');
    await zhou.window.look('admin-topics-edit');
    await saves();
    await reader.page.goto('/help');
    await reader.page.getByText(locale === 'en' ? `Gifts ${tail}` : `红包${tail}`).waitFor();
  });

  it('writes a canned reply', async () => {
    const { desk } = zhou.words;
    await opens('canned');
    await zhou.button(desk('admin.canned.create')).click();
    await zhou.page.getByLabel(desk('admin.canned.shortcut')).fill(`wait-${tail}`);
    await fill(desk('admin.canned.name'), ['请稍等', 'One moment']);
    await fill(desk('admin.canned.text'), [
      '{{customer.name}}，请稍等。',
      'One moment please, {{customer.name}}.',
    ]);
    await zhou.window.look('admin-canned-edit');
    await saves();
    await row(`/wait-${tail}`).waitFor();
  });

  it('sets hours with two periods and a dated exception, and the centre says so', async () => {
    const { desk } = zhou.words;
    await opens('hours');
    const monday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
      new Date('2024-01-01'),
    );
    await zhou.page
      .getByLabel(desk('admin.hours.closes', { day: monday }))
      .first()
      .fill('12:00');
    await zhou.button(desk('admin.hours.addPeriod', { day: monday })).click();
    await zhou.page
      .getByLabel(desk('admin.hours.opens', { day: monday }))
      .nth(1)
      .fill('13:00');
    await zhou.page
      .getByLabel(desk('admin.hours.closes', { day: monday }))
      .nth(1)
      .fill('18:00');
    await zhou.button(desk('admin.hours.addException')).click();
    await fill(desk('admin.hours.name'), ['感恩节', 'Thanksgiving']);
    await zhou.window.look('admin-hours-edit');
    await saves();
    await reader.page.goto('/contact');
    await reader.page
      .getByText(locale === 'en' ? /Thanksgiving/ : /感恩节/)
      .first()
      .waitFor();
    await reader.window.look('contact-holiday');
    await zhou.button(desk('admin.hours.useStandard')).click();
    await zhou.isTold(desk('admin.hours.removed'));
  });

  it('sets the brand, which every page then wears', async () => {
    const { desk } = zhou.words;
    await opens('brand');
    await fill(desk('admin.brand.name'), ['好付', 'GoodPay']);
    await zhou.field(desk('admin.brand.accent')).fill('#ffff00');
    await zhou.button(desk('common.save')).click();
    await zhou.page.locator('[aria-invalid=true]').waitFor();
    await zhou.window.look('admin-brand-pale');
    await zhou.field(desk('admin.brand.accent')).fill('#7c3aed');
    await saves();
    await reader.page.goto('/');
    await reader.page
      .getByRole('banner')
      .getByText(locale === 'en' ? 'GoodPay' : '好付')
      .waitFor();
    await reader.window.look('home-brand');
  });

  it('every change has left its line', async () => {
    const { desk } = zhou.words;
    await opens('audit');
    for (const key of [
      'staff.changed',
      'team.created',
      'topic.created',
      'canned-reply.created',
      'hours.set',
      'hours.removed',
      'brand.set',
      'session.started',
    ]) {
      await expect.poll(() => row(desk(`audit.${key}`)).count(), { message: key }).toBeGreaterThan(0);
    }
    const line = row(desk('audit.team.created')).first();
    expect(await line.textContent()).toContain(on.cast.zhou.name);
    expect(await line.textContent()).toContain('127.0.0.1');
  });
});

describe.each(languages)('roles, in %s', (locale) => {
  let person: Agent;
  leaveClean(() => [person?.window]);

  it('an editor sees what is theirs to change and no conversation', async () => {
    person = await Agent.arrives(on.browsers, locale, on.cast.su);
    const { desk } = person.words;
    await person.page.waitForURL(/\/desk\/articles/);
    expect(await person.navigation.getByRole('link', { name: desk('views.mine') }).count()).toBe(0);
    await person.page.getByRole('heading', { level: 1 }).waitFor();
    await person.window.look('editor');
    const answer = await person.page.request.get('/api/desk/conversations?view=all');
    expect(answer.status()).toBe(403);
  });
});
