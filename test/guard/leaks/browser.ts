import type { BrowserContext, Locator, Page } from 'playwright-core';
import { Agent } from '../../journeys/people/agent.ts';
import { Customer } from '../../journeys/people/customer.ts';
import { Browsers } from '../../support/browser.ts';
import type { LeakCase } from './cases.ts';
import type { Stage } from './doors.ts';
import type { Place } from './traces.ts';

/** Every how manieth text is also sent, while the line is down, so that it stays in the outbox. */
const SENT_EVERY = 8;
const PATIENCE_MS = 15_000;

/** A line of letters behind a text, by which it is known that the page has kept it. */
const tagOf = (i: number): string =>
  `zq${[...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}qz`;

/** Everything a browser keeps: storage of both kinds, databases, cookies, caches. */
async function kept(context: BrowserContext, page: Page): Promise<string> {
  const state = await context.storageState({ indexedDB: true });
  const rest = await page.evaluate(async () => {
    const names = await caches.keys();
    const cached = await Promise.all(
      names.map(async (name) => {
        const cache = await caches.open(name);
        const answers = await Promise.all((await cache.keys()).map((request) => cache.match(request)));
        return Promise.all(answers.map((answer) => answer?.text()));
      }),
    );
    return JSON.stringify([{ ...sessionStorage }, cached]);
  });
  // Read once more as text, so that what lies in storage as JSON is found as it was typed.
  return `${JSON.stringify(state)}\n${JSON.stringify(state).replaceAll('\\\\', '\\').replaceAll('\\"', '"')}\n${rest}`;
}

/**
 * Types a text and waits until the page has put it away, without what the guard took out. Its tag may go with a secret
 * that reaches to the end: what was put away then differs from what was there before.
 */
async function type(page: Page, box: Locator, text: string, tag: string): Promise<void> {
  const before = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  await box.fill(`${text}\n${tag}`);
  await page.waitForFunction(
    ([sign, was]) => {
      const now = JSON.stringify({ ...localStorage });
      return now.includes(sign) || now !== was;
    },
    [tag, before] as const,
    { timeout: PATIENCE_MS },
  );
}

/** Types every text into a customer's chat and an agent's desk, with no line to the server, and looks at what they keep. */
export async function placesOfBrowsers(
  { centre, cast }: Stage,
  cases: readonly LeakCase[],
): Promise<Place[]> {
  const browsers = await Browsers.launch(centre.url);
  try {
    const wei = await Customer.arrives(browsers, '/chat', { locale: 'en' });
    await wei.asks({ question: 'hello there' });
    const lin = await Agent.arrives(browsers, 'en', cast.lin);
    await lin.goesTo('unassigned');
    await lin.reads('hello there');
    // Before the line is cut both pages need the guard, which comes when somebody begins to write.
    for (const [page, box] of [
      [wei.page, wei.box],
      [lin.page, lin.replyBox],
    ] as const)
      await type(page, box, 'x', 'begun');
    const places: Place[] = [];
    for (const { window } of [wei, lin]) await window.context.setOffline(true);
    for (const [i, { text }] of cases.entries()) {
      const tag = tagOf(i);
      await Promise.all([type(wei.page, wei.box, text, tag), type(lin.page, lin.replyBox, text, tag)]);
      if (i % SENT_EVERY === 0) {
        const messages = await wei.log.getByRole('article').count();
        await wei.button(wei.words.chat('write.send')).click();
        const remove = wei.button(wei.words.chat('guard.remove'));
        const said = wei.log.getByRole('article').nth(messages);
        await Promise.race([remove.waitFor(), said.waitFor()]);
        if (await remove.isVisible()) await remove.click();
        await said.waitFor();
      }
      const [customer, agent] = await Promise.all([
        kept(wei.window.context, wei.page),
        kept(lin.window.context, lin.page),
      ]);
      places.push({ name: 'browser of the customer', content: customer });
      places.push({ name: 'browser of the agent', content: agent });
    }
    return places;
  } finally {
    await browsers.close();
  }
}
