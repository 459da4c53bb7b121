import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/contract/locale.ts';
import { startedChat } from '../support/person.ts';
import { Agent } from './people/agent.ts';
import { Customer } from './people/customer.ts';
import { leaveClean, stage } from './people/stage.ts';
import { stepByStep } from './people/steps.ts';
import { languages } from './people/words.ts';

const on = stage();

const questions: Record<Locale, { asks: string; urgent: string; next: string }> = {
  'zh-CN': { asks: '想问一下手续费', urgent: '账户被盗了', next: '怎么修改昵称' },
  en: { asks: 'A question about fees', urgent: 'My account was stolen', next: 'How do I change my nickname' },
};

describe.each(languages)('customers wait and are helped in their turn, in %s', (locale) => {
  let wei: Customer;
  let lin: Agent;
  let he: Agent;
  const { asks, urgent, next } = questions[locale];
  stepByStep();
  leaveClean(() => [wei?.window, lin?.window, he?.window]);

  beforeAll(async () => {
    [lin, he, wei] = await Promise.all([
      Agent.arrives(on.browsers, locale, on.cast.lin),
      Agent.arrives(on.browsers, locale, on.cast.he),
      Customer.arrives(on.browsers, '/chat', { locale }),
    ]);
    await lin.chooses(lin.words.desk('presence.online'));
    // With full hands nobody is asked, and whoever was here before would stand before everybody.
    const open = '/api/desk/conversations?view=all';
    const { rows } = await on.cast.he.signedIn.get<{ rows: { id: string }[] }>(open);
    for (const { id } of rows) await on.cast.he.signedIn.post(`/api/desk/conversations/${id}/resolution`);
  });
  const place = () => wei.page.getByRole('status').filter({ hasText: wei.words.chat('queue.leave') });

  it('the customer sees the place, and why somebody goes ahead; leaving the page loses nothing', async () => {
    const { chat } = wei.words;
    await wei.asks({ question: asks });
    await place().getByText(chat('queue.next')).waitFor();
    await startedChat(on.centre.url, next);
    await startedChat(on.centre.url, urgent);
    await place()
      .getByText(chat('queue.place', { place: 2 }))
      .waitFor();
    await place()
      .getByText(chat('queue.emergencies', { count: 1 }))
      .waitFor();
    await wei.window.look('queue-place');
    const { page } = wei;
    const address = page.url();
    await page.goto(`${on.centre.url}/help`);
    await page.goto(address);
    await place()
      .getByText(chat('queue.place', { place: 2 }))
      .waitFor();
  });

  it('the desk shows who waits, in the order of their turn, and gives out the next', async () => {
    const { desk } = lin.words;
    await lin.page.goto(`${on.centre.url}/desk/queue`);
    const rows = lin.page.getByRole('list', { name: desk('queue.title') }).getByRole('listitem');
    const turns = async () => (await rows.allInnerTexts()).map((text) => text.includes(urgent));
    await expect.poll(turns, { timeout: 10_000 }).toEqual([true, false, false]);
    await lin.window.look('queue');
    await lin.button(desk('queue.takeNext')).click();
    await lin.line(urgent).waitFor();
    await lin.page.goto(`${on.centre.url}/desk/queue`);
    await lin.button(desk('queue.takeNext')).click();
    await lin.line(asks).waitFor();
    await wei.page.getByRole('heading', { name: on.cast.lin.name }).waitFor();
    await place().waitFor({ state: 'hidden' });
    await lin.page.goto(`${on.centre.url}/desk/queue`);
    await lin.button(desk('queue.takeNext')).click();
    await lin.line(next).waitFor();
  });

  it('where the queue pushes, the next conversation asks its agent, wherever they are at the desk', async () => {
    const { desk } = he.words;
    await he.page.goto(`${on.centre.url}/desk/admin/queue`);
    await he.field(desk('admin.queue.assignment')).first().click();
    await he.page.getByRole('option', { name: desk('assignment.push') }).click();
    await he.window.look('queue-settings');
    await he.button(desk('common.save')).click();
    await he.isTold(desk('admin.saved'));
    await lin.page.goto(`${on.centre.url}/desk/search`);
    const { caseNumber } = await startedChat(on.centre.url, asks);
    await lin.button(desk('queue.accept')).waitFor();
    await lin.window.look('queue-offer');
    await lin.button(desk('queue.accept')).click();
    await lin.page.getByText(caseNumber).first().waitFor();
    await he.field(desk('admin.queue.assignment')).first().click();
    await he.page.getByRole('option', { name: desk('assignment.pull') }).click();
    await he.button(desk('common.save')).click();
  });
});
