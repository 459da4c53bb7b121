import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../../src/server/demo/shop.ts';
import { violations, type Window } from '../support/browser.ts';
import { Agent } from './people/agent.ts';
import { Customer } from './people/customer.ts';
import { leaveClean, stage } from './people/stage.ts';
import { stepByStep } from './people/steps.ts';
import { languages } from './people/words.ts';

const secret = 'b2theS1zdXBwb3J0LWpvdXJuZXktc2VjcmV0LTAwMDE';
const on = stage({ variables: { IDENTITY_KEYS: `HS256:shop:${secret}` } });
let shop: Shop;

beforeAll(async () => {
  // Another name of this machine is another site: the panel's cookies and storage are a third party's.
  const identityKey = { kid: 'shop', alg: 'HS256', key: Buffer.from(secret, 'base64url') } as const;
  shop = await openShop(on.centre.url.replace('127.0.0.1', 'localhost'), { identityKey });
  await on.centre.database.sql`insert into settings (key, value, updated_at)
    values ('launcher', ${on.centre.database.sql.json({ sites: [shop.url] })}, now())`;
});
afterAll(() => shop?.close());

const pages = {
  'zh-CN': { home: '/', orders: '/orders.html', entry: '客服中心' },
  en: { home: '/en.html', orders: '/orders-en.html', entry: 'Support' },
} as const;
const transaction = 'TXN20260114A8';

async function panelOf(page: Page): Promise<Frame> {
  const element = await page.locator('[data-okpay-support] iframe').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('The panel has no page.');
  return frame;
}

const devices = { 'zh-CN': 'phone', en: 'desk' } as const;

describe.each(languages)('on the pages of a shop, in %s', (locale) => {
  const { home, orders, entry } = pages[locale];
  const question = `${transaction} ${locale}`;
  let window: Window;
  let wei: Customer;
  let lin: Agent;
  stepByStep();
  leaveClean(() => [window, lin?.window]);

  const opener = () => window.page.getByRole('button', { name: entry });
  const panel = () => window.page.getByRole('dialog');

  /** On a phone the panel covers the page. */
  const pressesAccount = async () => {
    if (devices[locale] === 'phone') await wei.frame?.locator('[data-panel-close]').click();
    await window.page.locator('[data-account]').click();
  };
  const opens = async () => {
    if (!(await panel().isVisible())) await opener().click();
    wei.frame = await panelOf(window.page);
  };

  it('the entry is in plain sight, shifts nothing, and opens the centre', async () => {
    window = await on.browsers.open(devices[locale], shop.url + home, { locale });
    wei = new Customer(window);
    const before = await window.page.locator('main').boundingBox();
    await opener().waitFor();
    expect(await window.page.locator('main').boundingBox()).toEqual(before);
    await window.look('shop');
    await opener().click();
    wei.frame = await panelOf(window.page);
    await wei.frame.getByRole('heading', { name: wei.words.centre('search.label') }).waitFor();
    await window.glance('shop-panel');
    expect(await violations(wei.frame as unknown as Page)).toEqual([]);
    expect(await window.context.cookies(shop.url)).toEqual([]);
  });

  it('Escape closes it, and the focus is where it was', async () => {
    await wei.frame?.locator('#q').press('Escape');
    await panel().waitFor({ state: 'hidden' });
    expect(await opener().evaluate((button: HTMLElement) => button.matches(':focus'))).toBe(true);
  });

  it('a failed payment brings its number along', async () => {
    await window.page.goto(shop.url + orders);
    await window.page.locator('[data-transaction]').click();
    await panel().waitFor();
    wei.frame = await panelOf(window.page);
    await expect.poll(() => wei.field(wei.words.chat('start.transaction')).inputValue()).toBe(transaction);
    await wei.field(wei.words.chat('start.question')).fill(question);
    await wei.field(wei.words.chat('start.name')).fill('卫国强');
    await wei.field(wei.words.chat('start.contact')).fill('wei@example.com');
    await wei.button(wei.words.chat('start.send')).click();
    await wei.sees(question);
    await window.glance('shop-chat');
  });

  it('an answer that comes while the panel is closed is counted on the entry', async () => {
    lin = await Agent.arrives(on.browsers, locale, on.cast.lin);
    await lin.goesTo('unassigned');
    await lin.reads(question);
    await lin.claims();
    await wei.frame?.locator('[data-panel-close]').click();
    await panel().waitFor({ state: 'hidden' });
    await lin.replies('1 lin');
    await opener().getByText('1', { exact: true }).waitFor();
  });

  it('on another page of the shop the conversation goes on', async () => {
    await window.page.goto(shop.url + home);
    await opener().getByText('1', { exact: true }).waitFor();
    await opener().click();
    wei.frame = await panelOf(window.page);
    await wei.sees('1 lin');
    await wei.writes('2 wei');
    await lin.sees('2 wei');
    await opener().getByText('1', { exact: true }).waitFor({ state: 'hidden' });
  });

  it('who signs in on the shop is known to the agent, and has a history of their own', async () => {
    const asked = `${question} signed in`;
    await pressesAccount();
    await window.page.locator('[data-account][data-signed-in]:not([data-signed-in=""])').waitFor();
    await opens();
    await wei.frame?.getByRole('button', { name: wei.words.chat('start.send') }).waitFor();
    expect(await wei.message(question).count()).toBe(0);
    await wei.field(wei.words.chat('start.question')).fill(asked);
    await wei.button(wei.words.chat('start.send')).click();
    await wei.sees(asked);
    await lin.goesTo('unassigned');
    await lin.reads(asked);
    await lin.page.getByText(lin.words.desk('customer.bySite')).waitFor();
    await lin.window.look('shop-verified');
  });

  it('who signs out on the shop leaves nothing of it in the panel', async () => {
    await pressesAccount();
    await window.page.locator('[data-account][data-signed-in=""]').waitFor();
    await opens();
    await wei.frame?.getByRole('button', { name: wei.words.chat('start.send') }).waitFor();
    expect(await wei.message(question).count()).toBe(0);
  });
});
