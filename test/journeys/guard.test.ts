import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/contract/locale.ts';
import { Agent } from './people/agent.ts';
import { Customer } from './people/customer.ts';
import { picture } from './people/files.ts';
import { leaveClean, stage } from './people/stage.ts';
import { stepByStep } from './people/steps.ts';
import { languages } from './people/words.ts';

const on = stage();

const CARD = '4111 1111 1111 1111';
const said: Record<
  Locale,
  { asks: string; kept: string; code: string; touchy: string; card: string; rude: string; calm: string }
> = {
  'zh-CN': {
    asks: `付款失败，卡号 ${CARD} 被扣了两次`,
    kept: '付款失败，卡号 [银行卡 ••••1111] 被扣了两次',
    code: '验证码 839201 是错误代码',
    touchy: '我忘记支付密码了',
    card: '[银行卡 ••••1111]',
    rude: '你们都是废物，钱还没到账',
    calm: '这件事让我很着急，希望尽快解决。钱还没到账',
  },
  en: {
    asks: `My payment failed, my card ${CARD} was charged twice`,
    kept: 'My payment failed, my card [card ••••1111] was charged twice',
    code: 'verification code 839201 is what the page shows',
    touchy: 'I forgot my password',
    card: '[card ••••1111]',
    rude: 'You are useless. My refund is late',
    calm: 'I am upset about this and would like it solved soon. My refund is late',
  },
};

describe.each(languages)('secrets are caught before they leave the box, in %s', (locale) => {
  let wei: Customer;
  let lin: Agent;
  const { asks, kept, code, touchy, card, rude, calm } = said[locale];
  const isDark = locale === 'en';

  /** Everything this browser keeps for later. */
  const storage = () => wei.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));

  beforeAll(async () => {
    wei = await Customer.arrives(on.browsers, '/chat', { locale, dark: isDark });
    lin = await Agent.arrives(on.browsers, locale, on.cast.lin, { dark: isDark });
  });
  stepByStep();
  leaveClean(() => [wei?.window, lin?.window]);

  it('a card in the first question is named before anything is sent, and hidden', async () => {
    const { chat } = wei.words;
    await wei.fillForm({ question: asks });
    await wei.button(chat('start.send')).click();
    await wei.page
      .getByRole('alert')
      .filter({ hasText: chat('guard.why') })
      .waitFor();
    await wei.window.look('guard-start');
    expect(await storage()).not.toContain(CARD);
    // No mistake is possible here, so nothing offers to call it one.
    expect(await wei.button(chat('guard.notOne')).count()).toBe(0);
    await wei.button(chat('guard.remove')).click();
    await wei.sees(kept);
  });

  it('a card in a message leaves the box only as a mark, and by the keyboard alone', async () => {
    const { chat } = wei.words;
    await wei.box.fill(CARD);
    await wei.button(chat('write.send')).click();
    await wei.button(chat('guard.remove')).waitFor();
    await expect.poll(storage, { timeout: 10_000 }).toContain(card);
    expect(await storage()).not.toContain(CARD);
    await wei.page.keyboard.press('Escape');
    await expect.poll(() => wei.box.inputValue(), { timeout: 10_000 }).toBe(CARD);
    await wei.button(chat('write.send')).click();
    await wei.button(chat('guard.remove')).waitFor();
    await wei.page.keyboard.press('Enter');
    await wei.sees(card);
    expect(await wei.box.inputValue()).toBe('');
  });

  it('what only looks like a code may be sent as it is', async () => {
    const { chat } = wei.words;
    await wei.box.fill(code);
    await wei.button(chat('write.send')).click();
    await wei.button(chat('guard.notOne')).waitFor();
    await wei.window.look('guard-chat');
    await wei.button(chat('guard.notOne')).click();
    await wei.sees(code);
    await wei.progress(code, 'sent').catch(() => undefined);
  });

  it('a reminder comes once, when the talk turns to passwords, and one beside files', async () => {
    const { chat } = wei.words;
    const reminder = wei.page.getByText(chat('guard.reminder'));
    await wei.box.fill(touchy);
    await reminder.waitFor();
    await wei.attaches(await picture('receipt.png'));
    await wei.page.getByText(chat('guard.files')).waitFor();
    await wei.window.look('guard-reminders');
    await wei.button(chat('write.send')).click();
    await wei.sees(touchy);
    await wei.box.fill(`${touchy} 2`);
    expect(await reminder.count()).toBe(0);
    await wei.box.fill('');
  });

  it('words that insult wait for a calmer wording, and go out as written if the customer wants', async () => {
    const { chat } = wei.words;
    await wei.box.fill(rude);
    await wei.button(chat('write.send')).click();
    await wei.button(chat('pause.use')).waitFor();
    await wei.window.look('pause-chat');
    expect(await wei.message(rude).count()).toBe(0);
    await wei.button(chat('pause.use')).click();
    expect(await wei.box.inputValue()).toBe(calm);
    await wei.button(chat('write.send')).click();
    await wei.sees(calm);
    await wei.box.fill(rude);
    await wei.button(chat('write.send')).click();
    await wei.button(chat('pause.send')).click();
    await wei.sees(rude);
  });

  it('the agent is warned in the same way, in an answer and in a note', async () => {
    const { desk } = lin.words;
    await lin.goesTo('unassigned');
    await lin.reads(rude);
    await lin.replyBox.fill(CARD);
    await lin.button(desk('composer.send')).click();
    await lin.button(desk('composer.guard.remove')).waitFor();
    await lin.window.look('guard-desk');
    await lin.button(desk('composer.guard.remove')).click();
    await lin.line(card).last().waitFor();
    await lin.button(desk('composer.note')).click();
    await lin.noteBox.fill(CARD);
    await lin.button(desk('composer.addNote')).click();
    await lin.button(desk('composer.guard.remove')).click();
    await expect.poll(() => lin.line(card).count(), { timeout: 10_000 }).toBeGreaterThan(2);
  });
});
