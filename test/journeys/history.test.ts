import { beforeAll, describe, expect, it } from 'vitest';
import { Agent } from './people/agent.ts';
import { Customer } from './people/customer.ts';
import { leaveClean, stage } from './people/stage.ts';
import { stepByStep } from './people/steps.ts';
import { languages } from './people/words.ts';

const on = stage();

describe.each(languages)('the record belongs to the customer, in %s', (locale) => {
  const email = `history-${locale.toLowerCase()}@example.com`;
  const question = `记录 record ${locale}`;
  const phrase = `港口上空的蓝风筝 blue kite`;
  let wei: Customer;
  let lin: Agent;
  let other: Customer;
  stepByStep();
  leaveClean(() => [wei?.window, lin?.window, other?.window]);

  beforeAll(async () => {
    wei = await Customer.arrives(on.browsers, '/chat', { locale });
    await wei.asks({ question, contact: email });
    lin = await Agent.arrives(on.browsers, locale, on.cast.lin);
    await lin.goesTo('unassigned');
    await lin.reads(question);
    await lin.replies('答复 answer');
    await lin.notes('只给同事看 colleagues only');
    await wei.sees('答复 answer');
  });

  it('takes the transcript home as a page, as text and as JSON, without the notes', async () => {
    const { chat } = wei.words;
    await wei.button(chat('talk.menu')).click();
    await wei.window.look('chat-menu');
    const hrefs: string[] = [];
    for (const key of ['talk.transcriptHtml', 'talk.transcriptText', 'talk.transcriptJson'] as const) {
      const link = wei.page.getByRole('link', { name: chat(key) });
      hrefs.push((await link.getAttribute('href')) as string);
    }
    for (const href of hrefs) {
      const answer = await wei.page.request.get(href);
      expect(answer.status()).toBe(200);
      const text = await answer.text();
      expect(text).toContain('答复 answer');
      expect(text).toContain(on.cast.lin.staffNumber);
      expect(text).not.toContain('colleagues only');
    }
    const printed = await wei.window.tab(hrefs[0]);
    await printed.getByText('答复 answer').waitFor();
    await wei.window.glance('transcript', printed);
    expect(await printed.title()).toContain('OK');
    await printed.close();
  });

  it('sees the conversation on the home page and under "my conversations"', async () => {
    await wei.page.goto('/');
    await wei.page.getByText('答复 answer').waitFor();
    await wei.window.look('home-with-conversation');
    await wei.page.goto('/my');
    await wei.page.getByText('答复 answer').waitFor();
    await wei.window.look('my');
    await wei.page.getByRole('link', { name: /答复 answer/ }).click();
    await wei.sees(question);
  });

  it('brings it to another device with the code that was mailed', async () => {
    other = await Customer.arrives(on.browsers, '/my', { locale });
    const { centre: words } = other.words;
    await other.page.getByText(words('my.empty')).waitFor();
    await other.window.look('my-empty');
    await other.field(words('my.email')).fill(email);
    await other.button(words('my.sendCode')).click();
    await other.field(words('my.code')).fill('000000');
    await other.button(words('my.confirm')).click();
    await other.page.getByRole('alert').waitFor();
    await other.window.look('my-wrong-code');
    const letter = await on.centre.letter(email);
    await other.field(words('my.code')).fill(/\d{6}/.exec(letter.text)?.[0] ?? '');
    await other.button(words('my.confirm')).click();
    await other.page.getByText(words.count('my.claimed', 1)).waitFor();
    await other.window.look('my-claimed');
    await other.field(words('phrase.choose')).fill(phrase);
    await other.page.locator('#phrase').getByRole('button').click();
    await other.page.getByText(phrase).waitFor();
    await other.window.look('my-phrase-code');
    const { text } = await on.centre.letter(email, (letter) =>
      /设置您的防伪短语|sets the phrase/.test(letter.text),
    );
    await other.field(words('my.code')).fill(/\d{6}/.exec(text)?.[0] ?? '');
    await other.button(words('phrase.set')).click();
    await other.page.getByText(words('phrase.done')).waitFor();
    await other.window.look('my-phrase');
    await other.page.getByRole('link', { name: /答复 answer/ }).click();
    await other.writes('第二台设备 second device');
    await wei.sees('第二台设备 second device');
    await lin.sees('第二台设备 second device');
  });

  it('ends the conversation, asks something else, and finds both in the list', async () => {
    const { chat } = wei.words;
    await wei.button(chat('talk.menu')).click();
    await wei.button(chat('talk.end')).click();
    await wei.page.getByRole('dialog').waitFor();
    await wei.window.look('chat-end');
    await wei.page
      .getByRole('dialog')
      .getByRole('button', { name: chat('talk.end') })
      .click();
    await wei.page.getByText(chat('talk.resolvedBar')).waitFor();
    await wei.button(chat('talk.back')).click();
    await wei.button(chat('list.new')).click();
    await wei.page.getByText(chat('start.as', { name: '卫国强', contact: email })).waitFor();
    await wei.window.look('chat-start-again');
    await wei.field(chat('start.question')).fill('另一个问题 another');
    await wei.button(chat('start.send')).click();
    await wei.sees('另一个问题 another');
    await wei.button(chat('talk.back')).click();
    await expect.poll(() => wei.page.locator('.rows > li').count()).toBe(2);
    await wei.window.look('chat-list');
    await lin.button(lin.words.desk('acts.reopen')).waitFor();
  });
});

describe.each(languages)('the centre without JavaScript, in %s', (locale) => {
  let reader: Customer;
  leaveClean(() => [reader?.window]);

  it('is read, searched and left a way to a person', async () => {
    reader = await Customer.arrives(on.browsers, '/', { locale, javaScript: false });
    const { centre: words } = reader.words;
    const { page } = reader;
    await page.getByRole('searchbox').fill(locale === 'en' ? 'refund' : '退款');
    await reader.button(words('search.button')).click();
    await page.locator('main a[href^="/help/"][href*="q="]').first().click();
    await page.getByText(words('article.answer')).waitFor();
    await reader.window.glance('plain-article');
    await reader.button(words('article.yes')).click();
    await page.getByText(words('article.thanks')).waitFor();
    for (const path of ['/help', '/help/payments', '/contact', '/my', '/api/docs']) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await reader.window.glance(`plain${path.replaceAll('/', '-')}`);
    }
    await page.goto('/chat');
    // The browser's switch leaves what is within <noscript> a text.
    expect(await page.locator('noscript').textContent()).toContain(words('chat.noScript'));
    await reader.window.glance('plain-chat');
    expect((await page.goto('/nowhere'))?.status()).toBe(404);
    await reader.window.glance('plain-not-found');
    await page.goto('/');
    await page.getByRole('link', { name: words('site.languageLabel') }).click();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(locale === 'en' ? 'zh-CN' : 'en');
  });
});

describe.each(languages)('the pages of the centre, in %s', (locale) => {
  let reader: Customer;
  leaveClean(() => [reader?.window]);

  it('offer other ways when the chat cannot be loaded', async () => {
    reader = await Customer.arrives(on.browsers, '/', { locale });
    await reader.page.route(/assets\/chat-.*\.js/, (route) => route.abort());
    await reader.page.goto('/chat');
    await reader.page.getByText(reader.words.centre('chat.failed')).waitFor();
    await reader.window.look('chat-failed');
    await reader.page.unroute(/assets\/chat-.*\.js/);
  });

  it('are without violations', async () => {
    for (const path of [
      '/help',
      '/help/payments',
      '/contact',
      '/api/docs',
      '/nowhere',
      '/chat?urgent=stolen',
    ]) {
      await reader.page.goto(path);
      await reader.page.getByRole('heading', { level: 1 }).waitFor();
      await reader.window.look(`page${path.replaceAll(/[/?=]/g, '-')}`);
    }
  });
});
