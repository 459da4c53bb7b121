import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/contract/locale.ts';
import { Agent } from './people/agent.ts';
import { Customer } from './people/customer.ts';
import { leaveClean, stage } from './people/stage.ts';
import { stepByStep } from './people/steps.ts';
import { languages } from './people/words.ts';

const on = stage();

const questions: Record<Locale, { answered: string; urgent: string; unknown: string }> = {
  'zh-CN': { answered: '怎么下载账单', urgent: '我的账户被盗了', unknown: 'zzzxqj' },
  en: { answered: 'how do I download a statement', urgent: 'someone stole my account', unknown: 'zzzxqj' },
};

/** What a reader takes as "at once", in milliseconds from the key to the answer on the screen. */
const AT_ONCE_MS = 100;

describe.each(languages)('a customer looks for help, in %s', (locale) => {
  let wei: Customer;
  const { answered, urgent, unknown } = questions[locale];
  const option = () => wei.page.getByRole('option');
  const box = () => wei.page.getByRole('searchbox').or(wei.page.getByRole('combobox'));

  beforeAll(async () => {
    wei = await Customer.arrives(on.browsers, '/', { locale });
  });
  stepByStep();
  leaveClean(() => [wei?.window]);

  /** How long after a key the suggestions have changed, measured in the page itself. */
  const msToSuggest = (text: string) =>
    wei.page.evaluate(
      (value) =>
        new Promise<number>((resolve) => {
          const input = document.querySelector<HTMLInputElement>('#q');
          const list = input?.parentElement?.querySelector('.suggestions');
          if (!input || !list) throw new Error('There is no search box.');
          input.focus();
          const seen = new MutationObserver(() => {
            seen.disconnect();
            requestAnimationFrame(() => resolve(performance.now() - from));
          });
          seen.observe(list, { childList: true });
          const from = performance.now();
          input.value = value;
          input.dispatchEvent(new InputEvent('input'));
        }),
      text,
    );

  it('answers while typing, at once, and still offers a person', async () => {
    const { centre: words } = wei.words;
    const times: number[] = [];
    for (let length = answered.length - 5; length <= answered.length; length++)
      times.push(await msToSuggest(answered.slice(0, length)));
    expect(Math.min(...times)).toBeLessThanOrEqual(AT_ONCE_MS);
    await wei.page.locator('.suggestion-text').first().waitFor();
    await expect.poll(() => option().last().textContent()).toBe(words('search.askPerson'));
    await wei.window.look('help-suggestions');
  });

  it('goes through the suggestions by keyboard into the article, with the question', async () => {
    await box().press('ArrowDown');
    await box().press('Enter');
    await wei.page.getByText(wei.words.centre('article.answer')).waitFor();
    expect(new URL(wei.page.url()).searchParams.get('q')).toBe(answered);
  });

  it('an emergency leads to a person before any article, without a word typed again', async () => {
    await wei.page.goto('/');
    await box().fill(urgent);
    await expect.poll(() => option().first().textContent()).toBe(wei.words.centre('search.suggestUrgent'));
    await wei.window.look('help-suggestions-urgent');
    await box().press('Enter');
    await wei.page.getByRole('heading', { name: wei.words.centre('search.urgent') }).waitFor();
    await wei.window.look('help-results-urgent');
    await wei.page.getByRole('link', { name: wei.words.centre('article.contactUrgentAction') }).click();
    await expect.poll(() => wei.field(wei.words.chat('start.question')).inputValue()).toBe(urgent);
  });

  it('what nothing fits leads to a person too', async () => {
    await wei.page.goto('/');
    await box().fill(unknown);
    await expect.poll(() => option().first().textContent()).toContain(wei.words.centre('search.askPerson'));
    await wei.window.look('help-suggestions-none');
    await option().first().click();
    await expect.poll(() => wei.field(wei.words.chat('start.question')).inputValue()).toBe(unknown);
  });
});

const writes: Record<Locale, { text: string; title: RegExp; other: string }> = {
  'zh-CN': { text: '怎么下载账单', title: /下载账单/, other: '上个月的也要' },
  en: { text: 'how do I download a statement', title: /download a statement/i, other: 'last month too' },
};

describe.each(languages)('an answer comes before an agent does, in %s', (locale) => {
  let wei: Customer;
  let lin: Agent;
  const { text, title, other } = writes[locale];
  const card = () => wei.page.getByRole('region', { name: wei.words.chat('answer.label') });
  const sheet = () => wei.page.getByRole('dialog', { name: title });

  beforeAll(async () => {
    wei = await Customer.arrives(on.browsers, '/chat', { locale });
    lin = await Agent.arrives(on.browsers, locale, on.cast.lin);
  });
  stepByStep();
  leaveClean(() => [wei?.window, lin?.window]);

  it('articles are suggested beside the text, and reading one loses nothing', async () => {
    const { chat } = wei.words;
    const contact = `wei-${locale.toLowerCase()}@example.com`;
    await wei.fillForm({ question: text, contact });
    const suggestion = wei.page.getByRole('button', { name: title }).first();
    await suggestion.waitFor();
    await wei.window.look('chat-suggested');
    await suggestion.click();
    await sheet().getByRole('list').first().waitFor();
    await wei.window.look('chat-article');
    await wei.button(chat('sheet.back')).click();
    await sheet().waitFor({ state: 'hidden' });
    expect(await wei.field(chat('start.question')).inputValue()).toBe(text);
    expect(await wei.field(chat('start.contact')).inputValue()).toBe(contact);
  });

  it('an answer comes by itself, says so, and cites its article', async () => {
    const { chat } = wei.words;
    await wei.button(chat('start.send')).click();
    await wei.sees(text);
    await card().waitFor();
    await wei.window.look('chat-answer');
    await card().getByRole('button', { name: title }).click();
    await sheet().waitFor();
    await wei.page.keyboard.press('Escape');
    await sheet().waitFor({ state: 'hidden' });
  });

  it('not it: the customer still waits, and a reload and another message offer it no second time', async () => {
    const { chat } = wei.words;
    await wei.button(chat('answer.notIt')).click();
    await wei.page.getByText(chat('answer.saidNotIt')).waitFor();
    await wei.window.look('chat-answer-not-it');
    await wei.page.reload();
    await wei.page.getByText(chat('answer.saidNotIt')).waitFor();
    await wei.writes(other);
    await wei.progress(other, 'sent');
    expect(await card().count()).toBe(1);
  });

  it('the agent sees what was offered and what the customer said', async () => {
    await lin.goesTo('unassigned');
    await lin.reads(other);
    const name = '卫国强';
    await lin.page.getByText(lin.words.desk('timeline.verdict.not-it', { who: name })).waitFor();
    await lin.window.look('conversation-answer');
    await lin.claims();
    await lin.button(lin.words.desk('acts.resolve')).click();
    await wei.page.getByText(wei.words.chat('talk.resolvedBar')).waitFor();
  });

  it('solved: the conversation ends by the customer, with a way back', async () => {
    const { chat } = wei.words;
    await wei.page.goto(`/chat?${new URLSearchParams({ q: text })}`);
    await wei.button(chat('start.send')).click();
    await card().waitFor();
    await wei.button(chat('answer.solved')).click();
    await wei.page.getByText(chat('talk.resolvedByMe')).waitFor();
    await wei.window.look('chat-answer-solved');
    await wei.button(chat('talk.reopen')).click();
    await wei.page.getByText(chat('talk.resolvedBar')).waitFor({ state: 'hidden' });
    expect(await wei.button(chat('answer.solved')).count()).toBe(0);
  });
});
