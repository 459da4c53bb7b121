import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/contract/locale.ts';
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
