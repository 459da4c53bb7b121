import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/contract/locale.ts';
import { Agent } from './people/agent.ts';
import { Customer } from './people/customer.ts';
import { leaveClean, stage } from './people/stage.ts';
import { stepByStep } from './people/steps.ts';
import { languages } from './people/words.ts';

const on = stage();
const folder = mkdtempSync(join(tmpdir(), 'okpay-editor-'));
afterAll(() => rmSync(folder, { recursive: true }));

const texts: Record<Locale, { title: string; answer: string; step: string; theirs: string; mine: string }> = {
  'zh-CN': {
    title: '红包为什么没到账？',
    answer: '红包通常马上到账，请先查看账单。',
    step: '打开账单',
    theirs: '红包一般几分钟内到账。',
    mine: '红包通常马上到账，最多等十分钟。',
  },
  en: {
    title: 'Why has my gift not arrived?',
    answer: 'Gifts usually arrive at once: look at your bills first.',
    step: 'Open the bills',
    theirs: 'A gift needs an hour at most.',
    mine: 'Gifts usually arrive at once, or within ten minutes.',
  },
};

/** What each editor adds to the glossary, in both languages. */
const terms: Record<Locale, Record<Locale, { term: string; meaning: string }>> = {
  'zh-CN': {
    'zh-CN': { term: '拼手气红包', meaning: '一笔钱随机分给几个人的红包。' },
    en: { term: 'lucky gift', meaning: 'An amount of money that is shared among people at random.' },
  },
  en: {
    'zh-CN': { term: '群收款', meaning: '几个人一起分摊一笔账单。' },
    en: { term: 'split bill', meaning: 'A bill that several people pay together.' },
  },
};

describe.each(languages)('an editor writes an article, in %s', (locale) => {
  let su: Agent;
  let zhou: Agent;
  const text = texts[locale];
  const id = `gift-${locale.slice(0, 2)}`;
  const address = `/desk/articles/edit/${id}`;
  stepByStep();
  leaveClean(() => [su?.window, zhou?.window]);

  beforeAll(async () => {
    su = await Agent.arrives(on.browsers, locale, on.cast.su);
    zhou = await Agent.arrives(on.browsers, locale, on.cast.zhou);
  });

  const word = (key: Parameters<Agent['words']['desk']>[0], values?: Record<string, string>) =>
    su.words.desk(key, values);
  const preview = () => su.page.frameLocator(`iframe[title="${word('articles.preview.title')}"]`);
  const theirRevision = () =>
    su.page
      .getByRole('button')
      .filter({ hasText: word('articles.why.handed-over') })
      .filter({ hasText: on.cast.zhou.name });
  const isSaved = async (agent: Agent) => {
    const pending = [word('articles.safety.saving'), word('articles.safety.here')];
    for (const each of pending) await agent.page.getByText(each).waitFor({ state: 'hidden' });
  };
  const type = async (agent: Agent, field: string, value: string) => {
    await agent.field(field).fill(value);
    await isSaved(agent);
  };

  it('begins it from the list', async () => {
    await su.opensPlace(word('articles.title'));
    await su.page.getByRole('row').nth(3).waitFor();
    await su.window.look('articles-list');
    await su.button(word('articles.create')).click();
    const dialog = su.dialog(word('articles.create'));
    await dialog.getByLabel(new RegExp(`^${word('articles.field.title')}`)).fill(text.title);
    await dialog.getByLabel(word('articles.field.id')).fill(id);
    await dialog.getByRole('button', { name: word('articles.begin') }).click();
    await su.page.waitForURL(`**${address}`);
  });

  it('sees the page that customers will see, while typing', async () => {
    await type(su, word('articles.field.answer'), text.answer);
    await type(su, word('articles.field.body'), `## A\n\n1. ${text.step}`);
    await preview().getByRole('heading', { level: 1, name: text.title }).waitFor();
    await preview().getByRole('listitem').filter({ hasText: text.step }).waitFor();
    await preview().getByText(text.answer).waitFor();
    await su.window.look('articles-editor');
  });

  it('loses nothing when the browser dies before a word was saved', async () => {
    await su.window.context.route('**/draft', (route) => route.abort());
    await su.field(word('articles.field.keywords')).fill('gift-lost?');
    await su.page.getByText(word('articles.safety.here')).waitFor();
    await su.page.goto('about:blank');
    await su.window.context.unroute('**/draft');
    await su.page.goto(address);
    await expect.poll(() => su.field(word('articles.field.keywords')).inputValue()).toBe('gift-lost?');
    await isSaved(su);
  });

  it('puts in a picture, and is asked what it shows', async () => {
    const picture = join(folder, 'menu.png');
    await sharp({ create: { width: 320, height: 180, channels: 3, background: '#0f766e' } }).toFile(picture);
    await su.button(word('articles.picture.title')).click();
    const dialog = su.dialog(word('articles.picture.title'));
    await dialog.locator('input[type=file]').setInputFiles(picture);
    await dialog.getByLabel(word('articles.picture.words')).fill('Menu');
    await su.window.look('articles-picture');
    await dialog.getByRole('button', { name: word('articles.picture.add') }).click();
    await preview().getByRole('img', { name: 'Menu' }).waitFor();
    await preview().getByRole('heading', { level: 2, name: 'A', exact: true }).waitFor();
    await isSaved(su);
  });

  it('is told of a link that leads nowhere, until it is mended', async () => {
    const body = su.field(word('articles.field.body'));
    const whole = await body.inputValue();
    await type(su, word('articles.field.body'), `${whole}\n\n[?](/help/cards/never-was)`);
    const findings = su.page.getByRole('region', { name: word('articles.findings.title') });
    await findings.getByText('/help/cards/never-was').waitFor();
    await su.window.look('articles-findings');
    await type(su, word('articles.field.body'), whole);
    await findings.waitFor({ state: 'hidden' });
  });

  it('meets a colleague on the same article, and neither writes over the other', async () => {
    await zhou.page.goto(address);
    await type(zhou, word('articles.field.answer'), text.theirs);
    await su.field(word('articles.field.answer')).fill(text.mine);
    await su.page.getByText(word('articles.safety.contested')).waitFor();
    await su.button(word('articles.contested.compare')).click();
    await su.page.locator('ins').first().waitFor();
    await su.window.look('articles-contested');
    await su.page.keyboard.press('Escape');
    await su.button(word('articles.contested.keepMine')).click();
    await isSaved(su);
    await su.page.getByRole('tab', { name: word('articles.revisions.title') }).click();
    await theirRevision().waitFor();
    await su.window.look('articles-revisions');
  });

  it('publishes it, and a customer reads it', async () => {
    await su.button(word('articles.steps.publish.act')).click();
    const dialog = su.dialog(word('articles.steps.publish.title'));
    await dialog.getByLabel(word('articles.steps.note')).fill('First');
    await dialog.getByRole('button', { name: word('articles.steps.publish.act') }).click();
    await su.isTold(word('articles.steps.publish.done'));
    const topic = await su.page.evaluate(
      (path) => fetch(`/api/desk/articles/${path}`).then(async (a) => (await a.json()).content.topic),
      id,
    );
    const reader = await Customer.arrives(on.browsers, `/help/${topic}/${id}`, { locale });
    await reader.page.getByText(text.mine).waitFor();
    await reader.page.getByRole('img', { name: 'Menu' }).waitFor();
    await reader.window.look('articles-published');
    await reader.window.context.close();
  });

  it('compares an earlier text word by word, and goes back to it', async () => {
    await theirRevision().click();
    await su.page.locator('del').first().waitFor();
    await su.window.look('articles-comparison');
    await su.button(word('articles.revisions.restore')).click();
    await expect.poll(() => su.field(word('articles.field.answer')).inputValue()).toBe(text.theirs);
    await su.page.getByText(word('articles.changedSince')).first().waitFor();
  });

  it('finds the article in the other language by its mark, and writes it there', async () => {
    const other = locale === 'en' ? 'zh-CN' : 'en';
    const name = word(`language.${other}`);
    await su.page.getByRole('tab', { name: word('articles.editor.fallback', { name }) }).click();
    await su.button(word('articles.editor.write', { name })).click();
    await type(su, word('articles.field.title'), 'Other');
    await su.page.getByRole('tab', { name, exact: true }).waitFor();
  });

  it('explains a word in the glossary, and customers read it', async () => {
    const words = terms[locale];
    const { term, meaning } = words[locale];
    await su.opensPlace(word('articles.title'));
    await su.page.getByRole('link', { name: word('articles.glossary.title') }).click();
    await su.page.getByRole('row').nth(3).waitFor();
    await su.window.look('articles-glossary');
    await su.button(word('articles.glossary.create')).click();
    const dialog = su.dialog(word('articles.glossary.create'));
    for (const each of languages) {
      const language = word(`language.${each}`);
      await dialog.getByLabel(`${word('articles.glossary.term')} · ${language}`).fill(words[each].term);
      await dialog.getByLabel(`${word('articles.glossary.meaning')} · ${language}`).fill(words[each].meaning);
    }
    await dialog.getByLabel(word('articles.glossary.id')).fill(`shared-${locale.slice(0, 2)}`);
    await su.window.look('articles-glossary-term');
    await dialog.getByRole('button', { name: word('common.save') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await su.field(word('articles.glossary.search')).fill(term);
    await su.page.getByRole('row').filter({ hasText: meaning }).waitFor();
    await su.page.setViewportSize({ width: 360, height: 740 });
    await su.window.look('articles-glossary-narrow');
    await su.page.setViewportSize({ width: 1440, height: 900 });
    const reader = await Customer.arrives(on.browsers, '/help/glossary', { locale });
    await reader.page.getByText(meaning).first().waitFor();
    await reader.window.context.close();
  });

  it('meets a colleague on the same term, sees both texts, and goes on with one', async () => {
    const { term, meaning } = terms[locale][locale];
    await su.button(word('admin.actionsFor', { name: term })).click();
    await su.page.getByRole('menuitem', { name: word('common.edit') }).click();
    const dialog = su.dialog(word('articles.glossary.edit'));
    const field = `${word('articles.glossary.meaning')} · ${word(`language.${locale}`)}`;
    await dialog.getByLabel(field).fill(`${meaning} ${text.mine}`);
    const theirs = structuredClone(terms[locale]);
    theirs[locale].meaning = text.theirs;
    const words = Object.fromEntries(languages.map((each) => [each, { aliases: [], ...theirs[each] }]));
    const put = { url: `/api/desk/glossary/shared-${locale.slice(0, 2)}`, body: { version: 1, words } };
    const status = await zhou.page.evaluate(async ({ url, body }) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(url, { method: 'PUT', headers, body: JSON.stringify(body) })).status;
    }, put);
    expect(status).toBe(200);
    await dialog.getByRole('button', { name: word('common.save') }).click();
    await dialog.getByText(text.theirs).waitFor();
    await su.window.look('articles-glossary-contested');
    await dialog.getByRole('button', { name: word('articles.glossary.keepMine') }).click();
    await dialog.getByRole('button', { name: word('common.save') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await su.page.getByRole('row').filter({ hasText: text.mine }).waitFor();
  });

  it('brings articles in: first what would happen, with reasons, then that', async () => {
    const file = join(folder, `in-${locale}.json`);
    const shared = { topic: 'cards', contact: 'person', versions: {} };
    const articles = [
      { id: `come-${locale.slice(0, 2).toLowerCase()}`, ...shared },
      { id: 'refused', ...shared, topic: 'nowhere' },
    ];
    writeFileSync(file, JSON.stringify({ articles }, null, 1));
    await su.opensPlace(word('articles.title'));
    await su.page.getByRole('link', { name: word('articles.transfer.title') }).click();
    await su.page.locator('input[type=file]').setInputFiles(file);
    await su.page.getByRole('row').filter({ hasText: 'refused' }).waitFor();
    await su.window.look('articles-transfer');
    await su.button(word('articles.transfer.run', { count: '1' })).click();
    await su.page.getByText(word('articles.transfer.did', { name: `in-${locale}.json` })).waitFor();
  });
});
