import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/contract/locale.ts';
import { Agent } from './people/agent.ts';
import { Customer } from './people/customer.ts';
import { picture, receipt } from './people/files.ts';
import { leaveClean, stage } from './people/stage.ts';
import { stepByStep } from './people/steps.ts';
import { languages } from './people/words.ts';

const on = stage();

const questions: Record<Locale, { search: string; asks: string; answer: string }> = {
  'zh-CN': {
    search: '付款失败但是扣款了',
    asks: '付款失败，但银行卡被扣了两次',
    answer: '您好，我先核对这两笔',
  },
  en: {
    search: 'payment failed but charged',
    asks: 'My payment failed, yet I was charged twice',
    answer: 'Hello, I am comparing the two charges',
  },
};

describe.each(languages)('a customer and an agent talk, in %s', (locale) => {
  let wei: Customer;
  let lin: Agent;
  const { search, asks, answer } = questions[locale];

  beforeAll(async () => {
    wei = await Customer.arrives(on.browsers, '/', { locale });
  });
  stepByStep();
  leaveClean(() => [wei?.window, lin?.window]);

  it('the home page says that nobody is there, and then that somebody is', async () => {
    const { centre: words } = wei.words;
    const chat = wei.page.locator('[data-way="chat"]');
    await chat.getByText(words('contact.chatNobody')).waitFor();
    await wei.window.look('home-nobody');
    lin = await Agent.arrives(on.browsers, locale, on.cast.lin);
    await lin.window.look('inbox-empty');
    await lin.chooses(lin.words.desk('presence.online'));
    await expect
      .poll(async () => {
        await wei.page.reload();
        return chat.textContent();
      })
      .toContain(words('contact.chatOnline'));
    await wei.window.look('home');
  });

  it('the customer finds an article in their own words', async () => {
    const { centre: words } = wei.words;
    await wei.page.getByRole('searchbox').or(wei.page.getByRole('combobox')).fill(search);
    await wei.page.getByRole('option').first().waitFor();
    await wei.window.look('search-suggestions');
    await wei.page.getByRole('button', { name: words('search.button') }).click();
    await wei.page.getByRole('heading', { level: 1 }).waitFor();
    await wei.window.look('search-results');
    await wei.page.locator('main a[href^="/help/"][href*="q="]').first().click();
    await wei.page.getByText(words('article.answer')).waitFor();
    await wei.window.look('article');
  });

  it('it did not help: the way to a person takes the question along', async () => {
    const { centre: words, chat } = wei.words;
    await wei.page.getByRole('button', { name: words('article.no'), exact: true }).click();
    await wei.page.getByText(words('article.sorry')).waitFor();
    await wei.window.look('article-not-solved');
    await wei.page.getByRole('button', { name: words('article.why.case') }).click();
    await wei.page.getByRole('heading', { name: chat('start.title') }).waitFor();
    expect(await wei.field(chat('start.question')).inputValue()).toContain(search);
    await wei.window.look('chat-start');
  });

  it('the form names what is missing, keeps what was typed, and starts the conversation', async () => {
    const { chat } = wei.words;
    await wei.fillForm({ question: asks, contact: 'nobody', transaction: 'x' });
    await wei.button(chat('start.send')).click();
    await wei.page.getByText(chat('start.error.contact')).waitFor();
    await wei.page.getByText(chat('start.error.transaction')).waitFor();
    await wei.window.look('chat-start-faults');
    expect(await wei.field(chat('start.question')).inputValue()).toBe(asks);
    await wei.field(chat('start.contact')).fill(`wei-${locale.toLowerCase()}@example.com`);
    await wei.field(chat('start.transaction')).fill('TX261122ABCDEF');
    await wei.button(chat('start.send')).click();
    await wei.sees(asks);
    await wei.progress(asks, 'sent');
    await wei.window.look('chat-waiting');
  });

  it('the agent finds it unassigned, takes it and answers', async () => {
    await lin.goesTo('unassigned');
    await lin.reads(asks);
    await lin.sees(asks);
    await lin.window.look('conversation-unassigned');
    await lin.claims();
    await lin.replies(answer);
    await wei.sees(answer);
    await wei.page.getByRole('heading', { name: on.cast.lin.name }).waitFor();
    await wei.page
      .getByText(wei.words.chat('talk.staffNumber', { number: on.cast.lin.staffNumber }))
      .first()
      .waitFor();
    await lin.window.look('conversation');
    await wei.window.look('chat-answered');
  });

  it('both see how far a message has come', async () => {
    await wei.progress(asks, 'read');
    await lin
      .line(answer)
      .filter({ hasText: lin.words.desk('timeline.read') })
      .waitFor();
  });

  it('both see the other write', async () => {
    await lin.replyBox.pressSequentially('…');
    await wei.page.getByText(wei.words.chat('talk.typing', { name: on.cast.lin.name })).waitFor();
    await wei.window.look('chat-typing');
    await wei.box.pressSequentially('…');
    await lin.page.getByText(lin.words.desk('composer.customerTypes', { name: '卫国强' })).waitFor();
    await lin.window.look('conversation-typing');
    await lin.replyBox.fill('');
    await wei.box.fill('');
  });

  it('a picture and a PDF go both ways', async () => {
    const names = [await picture('screenshot.png'), receipt('receipt.pdf')];
    await wei.attaches(...names);
    await expect.poll(() => wei.page.getByRole('progressbar').count()).toBe(0);
    await wei.window.look('chat-attaching');
    await wei.writes('📎 1');
    await lin.page.getByRole('img', { name: 'screenshot.png' }).waitFor();
    await lin.page.getByRole('link', { name: /receipt\.pdf/ }).waitFor();
    await lin.page
      .getByLabel(lin.words.desk('composer.attach'))
      .locator('xpath=..')
      .locator('input[type=file]')
      .setInputFiles(names);
    await expect.poll(() => lin.page.getByLabel(lin.words.desk('composer.uploading')).count()).toBe(0);
    await lin.replies('📎 2');
    await wei.message('📎 2').getByRole('img').waitFor();
    await wei.window.look('chat-attachments');
    await lin.window.look('conversation-attachments');
  });

  it('a reload on both sides keeps everything', async () => {
    const before = await wei.said();
    await Promise.all([wei.page.reload(), lin.page.reload()]);
    await wei.sees('📎 2');
    await lin.sees('📎 2');
    expect(await wei.said()).toEqual(before);
  });

  it('a second tab stays in step', async () => {
    const tab = await wei.window.tab('/chat');
    const first = wei.page;
    wei.page = tab;
    await wei.sees(answer);
    await wei.writes('tab two');
    wei.page = first;
    await wei.sees('tab two');
    await wei.writes('tab one');
    wei.page = tab;
    await wei.sees('tab one');
    wei.page = first;
    await tab.close();
    await lin.sees('tab one');
  });

  it('the agent resolves it; the customer reopens it by writing', async () => {
    await lin.button(lin.words.desk('acts.resolve')).click();
    await wei.page.getByText(wei.words.chat('talk.resolvedBar')).waitFor();
    await wei.window.look('chat-resolved');
    await lin.window.look('conversation-resolved');
    await wei.writes('still broken');
    await wei.page.getByText(wei.words.chat('talk.resolvedBar')).waitFor({ state: 'hidden' });
    await lin.sees('still broken');
    await lin.button(lin.words.desk('acts.resolve')).waitFor();
  });
});
