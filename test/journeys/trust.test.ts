import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/contract/locale.ts';
import { noChannels } from '../../src/contract/official.ts';
import { verifyIfDue } from '../../src/server/conversations/keep-verifying.ts';
import { systemClock } from '../../src/server/platform/clock.ts';
import { Agent } from './people/agent.ts';
import { Customer } from './people/customer.ts';
import { bankCard } from './people/files.ts';
import { leaveClean, stage } from './people/stage.ts';
import { stepByStep } from './people/steps.ts';
import { languages } from './people/words.ts';

const on = stage();

const quiet = { error: () => undefined };

const said: Record<Locale, { asks: string; official: string; foreign: string }> = {
  'zh-CN': {
    asks: '我收到一条短信，让我打开 https://pay.example.evil.example/login 解冻账户',
    official: '请只在这里查看：https://help.pay.example/safe',
    foreign: '请打开 https://bit.ly/refund 领取退款',
  },
  en: {
    asks: 'A text message tells me to open https://pay.example.evil.example/login',
    official: 'Please look only at https://help.pay.example/safe',
    foreign: 'Open https://bit.ly/refund for your refund',
  },
};

describe.each(languages)('a customer makes sure whom they deal with, in %s', (locale) => {
  let wei: Customer;
  let lin: Agent;
  const { asks, official, foreign } = said[locale];
  const isDark = locale === 'en';
  const codeOn = (page: Customer['page']) => page.locator('.proof-code').textContent();

  beforeAll(async () => {
    await on.cast.zhou.signedIn.put('/api/desk/admin/official-channels', {
      ...noChannels,
      domains: ['pay.example'],
    });
    wei = await Customer.arrives(on.browsers, '/chat', { locale, dark: isDark });
    lin = await Agent.arrives(on.browsers, locale, on.cast.lin, { dark: isDark });
  });
  stepByStep();
  leaveClean(() => [wei?.window, lin?.window]);

  it('a link in a message leads to a page that names its true host', async () => {
    await wei.asks({ question: asks });
    const link = wei.log.getByRole('link', { name: /evil\.example/ });
    const [page] = await Promise.all([wei.page.waitForEvent('popup'), link.click()]);
    await page.waitForLoadState();
    expect(new URL(page.url()).pathname).toBe('/leave');
    expect(await page.locator('.leave-host').textContent()).toBe('pay.example.evil.example');
    await page.close();
  });

  it('a link that is not official is marked for the agent before it is sent', async () => {
    await lin.goesTo('unassigned');
    await lin.reads(asks.slice(0, 12));
    await lin.claims();
    await lin.replyBox.fill(foreign);
    await lin.isTold(lin.words.desk('composer.foreignLinks'));
    await lin.window.look('trust-composer');
    await lin.replies(official);
    await wei.sees(official);
    expect(await wei.message(official).textContent()).toContain(wei.words.chat('bubble.official'));
    const link = wei.message(official).getByRole('link');
    expect(await link.getAttribute('href')).toBe('https://help.pay.example/safe');
  });

  it('what an agent takes out of a message is gone from both screens', async () => {
    const { desk } = lin.words;
    const line = lin.line('evil.example');
    await line.hover();
    await line.getByRole('button', { name: desk('redact.open') }).click();
    const dialog = lin.dialog(desk('redact.title'));
    const text = dialog.getByLabel(desk('redact.text'));
    await text.evaluate((area: HTMLTextAreaElement) => {
      area.focus();
      area.setSelectionRange(area.value.indexOf('https'), area.value.indexOf('https') + 39);
    });
    await lin.window.look('trust-redact');
    await dialog.getByRole('button', { name: desk('redact.part') }).click();
    await lin.isTold(desk('redact.done'));
    await Promise.all([
      line.waitFor({ state: 'detached' }),
      wei.message('evil.example').waitFor({ state: 'detached' }),
    ]);
    await wei.log.getByText(wei.words.chat('talk.redacted')).waitFor();
    await wei.window.look('trust-redacted');
  });

  it('what an agent blacks out in a picture is black on both screens', async () => {
    const { desk } = lin.words;
    await wei.attaches(await bankCard('card.png'));
    await expect.poll(() => wei.page.getByRole('progressbar').count()).toBe(0);
    await wei.writes('💳');
    const picture = lin.page.getByRole('img', { name: 'card.png' });
    await picture.hover();
    await lin.button(desk('redactFile.openPicture', { name: 'card.png' })).click();
    const dialog = lin.dialog(desk('redactFile.title'));
    const shown = dialog.getByRole('img', { name: 'card.png' });
    await shown.evaluate((image: HTMLImageElement) => image.decode());
    const { x, y, width, height } = (await shown.boundingBox()) as {
      x: number;
      y: number;
      width: number;
      height: number;
    };
    await lin.page.mouse.move(x + width * 0.08, y + height * 0.42);
    await lin.page.mouse.down();
    await lin.page.mouse.move(x + width * 0.92, y + height * 0.62, { steps: 4 });
    await lin.page.mouse.up();
    await dialog.getByRole('button', { name: desk('redactFile.add') }).click();
    await dialog
      .getByRole('button', { name: desk('redactFile.box', { number: 2 }) })
      .press('Shift+ArrowRight');
    await lin.window.look('trust-redact-picture');
    await dialog.getByRole('button', { name: desk('redactFile.box', { number: 2 }) }).press('Delete');
    const original = await wei.log.getByRole('img').getAttribute('src');
    await dialog.getByRole('button', { name: desk('redactFile.cover') }).click();
    await lin.isTold(desk('redactFile.covered'));
    await expect.poll(() => wei.log.getByRole('img').getAttribute('src')).not.toBe(original);
    await wei.log.getByRole('img').evaluate((image: HTMLImageElement) => image.decode());
    await wei.window.look('trust-redacted-picture');
  });

  it('a supervisor sees that somebody altered the record in the database', async () => {
    const { sql } = on.centre.database;
    await sql`update events set actor_name = 'Nobody' where actor_name is not null`;
    await sql`truncate log_check`;
    await verifyIfDue(
      { sql, clock: systemClock, config: { verifyLogHours: 24 }, logger: quiet } as never,
      () => true,
    );
    const he = await Agent.arrives(on.browsers, locale, on.cast.he, { dark: isDark });
    const banner = he.page.getByRole('alert').filter({ hasText: 'verify-log' });
    await banner.getByRole('link').first().click();
    await he.timeline.waitFor();
    await he.window.look('trust-altered');
    await he.window.context.close();
    await sql`update log_check set alterations = '[]'`;
  });

  it('both screens show the same code', async () => {
    const { chat } = wei.words;
    await wei.button(chat('talk.verify')).click();
    await wei.page.locator('.proof-code').waitFor();
    const code = (await codeOn(wei.page)) ?? '';
    await lin.page.getByText(code, { exact: true }).waitFor();
    await Promise.all([wei.window.look('trust-proof'), lin.window.look('trust-proof')]);
    await wei.button(chat('proof.renew')).click();
    await expect.poll(() => codeOn(wei.page)).not.toBe(code);
    await lin.page.getByText((await codeOn(wei.page)) ?? '', { exact: true }).waitFor();
  });

  it('the check page says who is in contact, and takes the code', async () => {
    const { centre, chat } = wei.words;
    const code = (await codeOn(wei.page)) ?? '';
    await wei.button(chat('proof.close')).click();
    await wei.page.goto(`${on.centre.url}/check`);
    await wei.page.locator('.contact').filter({ hasText: on.cast.lin.name }).waitFor();
    await wei.page.getByLabel(centre('prove.code')).fill(code);
    await wei.page.getByRole('button', { name: centre('prove.codeButton') }).click();
    await wei.page.locator('.proof-answer[data-verdict="official"]').waitFor();
    await wei.window.look('trust-check');
  });

  it('a file of the conversation is verified in the browser, without the network', async () => {
    const { page } = wei;
    const [{ id = '' } = {}] = (
      (await page.evaluate(() => fetch('/api/my/conversations').then((answer) => answer.json()))) as {
        rows: { id: string }[];
      }
    ).rows;
    const file: string = await page.evaluate(
      (path) => fetch(path).then((answer) => answer.text()),
      `/api/my/conversations/${id}/transcript?format=signed`,
    );
    await page.goto(`${on.centre.url}/check`, { waitUntil: 'networkidle' });
    await wei.window.context.setOffline(true);
    const choose = (name: string, text: string) =>
      page.getByLabel(wei.words.centre('file.choose')).setInputFiles({
        name,
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
    await choose('intact.json', file);
    await page.locator('.file-answer [data-verdict="official"]').waitFor();
    await choose('altered.json', file.replace('pay.example/safe', 'pay.example/sofe'));
    await page.locator('.file-answer [data-verdict="not_official"]').waitFor();
    await page.locator('#file').scrollIntoViewIfNeeded();
    await wei.window.look('trust-file');
    await wei.window.context.setOffline(false);
  });
});
