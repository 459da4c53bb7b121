import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/contract/locale.ts';
import { type Started, startedChat } from '../support/person.ts';
import { Agent } from './people/agent.ts';
import { leaveClean, stage } from './people/stage.ts';
import { stepByStep } from './people/steps.ts';
import { languages } from './people/words.ts';

const on = stage();

const texts: Record<Locale, { asks: string[]; character: string; word: string; note: string }> = {
  'zh-CN': {
    asks: ['提现两天了还没到账', '绑卡提示信息不符', '退款什么时候到'],
    character: '绑',
    word: '到账',
    note: '渠道维护，明早再查',
  },
  en: {
    asks: ['My withdrawal is two days late', 'Binding my card fails', 'When does the refund arrive'],
    character: 'b',
    word: 'withdrawal',
    note: 'The channel is down, look again tomorrow',
  },
};

describe.each(languages)('a day at the desk, in %s', (locale) => {
  let lin: Agent;
  let chen: Agent;
  let chats: Started[];
  const { asks, character, word, note } = texts[locale];
  const [late, card, refund] = asks as [string, string, string];
  stepByStep();
  leaveClean(() => [lin?.window, chen?.window]);

  beforeAll(async () => {
    [lin, chen] = await Promise.all([
      Agent.arrives(on.browsers, locale, on.cast.lin),
      Agent.arrives(on.browsers, locale, on.cast.chen),
    ]);
  });

  it('what customers write appears at once, is counted, and shows in the title', async () => {
    const { unassigned: before } = await on.cast.lin.signedIn.get<{ unassigned: number }>(
      '/api/desk/counters',
    );
    await lin.goesTo('unassigned');
    chats = [];
    for (const text of asks) chats.push(await startedChat(on.centre.url, text));
    for (const text of asks) await lin.row(text).waitFor();
    await expect.poll(() => lin.counter('unassigned')).toBe(before + 3);
    await expect.poll(() => lin.page.title()).toMatch(/^\(\d+\)/);
    await lin.window.look('inbox');
  });

  it('J and K walk through the list, C takes, E resolves with an undo', async () => {
    await lin.page.keyboard.press('j');
    await lin.timeline.waitFor();
    const first = lin.page.url();
    await lin.page.keyboard.press('j');
    await expect.poll(() => lin.page.url()).not.toBe(first);
    await lin.page.keyboard.press('k');
    await expect.poll(() => lin.page.url()).toBe(first);
    const mine = await lin.counter('mine');
    await lin.reads(late);
    await lin.page.locator('body').press('c');
    await lin.isTold(lin.words.desk('acts.claimed'));
    await expect.poll(() => lin.counter('mine')).toBe(mine + 1);
    await lin.page.locator('body').press('e');
    await lin.isTold(lin.words.desk('acts.resolved'));
    await lin.button(lin.words.desk('common.undo')).first().click();
    await lin.button(lin.words.desk('acts.resolve')).waitFor();
    await lin.goesTo('mine');
    await lin.reads(late);
  });

  it('Ctrl+K finds every command, ? shows every key', async () => {
    const { desk } = lin.words;
    await lin.page.keyboard.press('Control+k');
    const palette = lin.page
      .getByRole('textbox', { name: desk('palette.placeholder') })
      .or(lin.page.getByPlaceholder(desk('palette.placeholder')))
      .first();
    await palette.fill(desk('views.resolved'));
    await lin.page
      .getByRole('button', { name: desk('views.resolved') })
      .or(lin.page.getByRole('option', { name: desk('views.resolved') }))
      .first()
      .waitFor();
    await lin.window.look('palette');
    await lin.page.keyboard.press('Escape');
    await palette.waitFor({ state: 'hidden' });
    await lin.page.locator('body').press('?');
    await lin.dialog(desk('keys.title')).waitFor();
    await lin.window.look('keys');
    await lin.page.keyboard.press('Escape');
    await lin.dialog(desk('keys.title')).waitFor({ state: 'hidden' });
  });

  it('N writes a note that the customer never sees', async () => {
    const [{ customer, c }] = chats as [Started];
    await lin.page.locator('body').press('n');
    await lin.noteBox.fill(note);
    await lin.button(lin.words.desk('composer.addNote')).click();
    await lin
      .line(note)
      .filter({ hasText: lin.words.desk('timeline.note') })
      .waitFor();
    await lin.window.look('conversation-note');
    expect(JSON.stringify(await customer.get(`/api/my/conversations/${c}/events`))).not.toContain(note);
    expect(JSON.stringify(await customer.get('/api/my/conversations'))).not.toContain(note);
  });

  it('R and / answer with a canned reply in the customer’s language, # names an article', async () => {
    const shortcut = `ok${locale.slice(0, 2)}`;
    await on.cast.zhou.signedIn.post('/api/desk/admin/canned-replies', {
      shortcut,
      titles: { 'zh-CN': '马上查', en: 'Looking now' },
      texts: { 'zh-CN': '{{customer.name}}，马上为您查。', en: 'Looking into it now, {{customer.name}}.' },
      teamId: null,
    });
    await lin.page.reload();
    await lin.timeline.waitFor();
    await lin.page.locator('body').press('r');
    await lin.page.keyboard.type(`/${shortcut}`);
    await lin.page.getByRole('option').filter({ hasText: shortcut }).waitFor();
    await lin.window.look('canned');
    await lin.page.keyboard.press('Enter');
    await expect.poll(() => lin.replyBox.inputValue()).toContain('Wei');
    expect(await lin.replyBox.inputValue()).toBe('Looking into it now, Wei.');
    await lin.page.keyboard.press('Enter');
    await lin.sees('Looking into it now, Wei.');
    await lin.page.keyboard.type('#refund');
    await lin.page.getByRole('option').first().waitFor();
    await lin.window.look('article-suggestions');
    await lin.replyBox.fill('');
  });

  it('a draft survives a reload, and is there on another machine', async () => {
    const [{ c }] = chats as [Started];
    const draft = `半句话 half a sentence ${locale}`;
    await lin.replyBox.fill(draft);
    await expect
      .poll(
        async () =>
          (await on.cast.lin.signedIn.get<{ text: string }>(`/api/desk/conversations/${c}/draft`)).text,
      )
      .toBe(draft);
    await lin.page.reload();
    await expect.poll(() => lin.replyBox.inputValue()).toBe(draft);
    const elsewhere = await Agent.arrives(on.browsers, locale, on.cast.lin);
    await elsewhere.page.goto(`/desk/inbox/mine/${c}`);
    await expect.poll(() => elsewhere.replyBox.inputValue()).toBe(draft);
    await elsewhere.window.context.close();
    await lin.replyBox.fill('');
  });

  it('tags and priority are set, and seen by a colleague who looks on', async () => {
    const { desk } = lin.words;
    const [{ c }] = chats as [Started];
    await chen.goesTo('all');
    await chen.reads(chen.rowOf(c));
    await lin.page.getByText(desk('company.looking', { names: on.cast.chen.name })).waitFor();
    await lin.customerPanel.getByLabel(desk('tags.add')).fill('提现');
    await lin.page.keyboard.press('Enter');
    await chen.customerPanel.getByText('提现', { exact: true }).waitFor();
    await lin.button(desk('acts.more')).click();
    await lin.window.look('more-menu');
    await lin.page.getByRole('menuitem', { name: desk('priority.P1') }).click();
    await chen
      .rowOf(c)
      .filter({ hasText: desk('priority.P1') })
      .waitFor();
    await lin.replyBox.pressSequentially('…');
    await chen.page.getByText(desk('company.typing', { names: on.cast.lin.name })).waitFor();
    await chen.window.look('company');
    await lin.replyBox.fill('');
  });

  it('a conversation is given to a colleague, to a team, and back', async () => {
    const { desk } = lin.words;
    const [{ c }] = chats as [Started];
    const team = `值班 ${locale}`;
    await on.cast.zhou.signedIn.post('/api/desk/admin/teams', { name: team, memberIds: [on.cast.chen.id] });
    await lin.page.reload();
    await lin.timeline.waitFor();
    await lin.page.locator('body').press('t');
    await lin.page.getByRole('option').filter({ hasText: on.cast.chen.name }).waitFor();
    await lin.window.look('assign');
    await lin.page.keyboard.type(on.cast.chen.name);
    await lin.page.keyboard.press('Enter');
    await lin.isTold(desk('acts.assigned', { name: on.cast.chen.name }));
    await chen.goesTo('mine');
    await chen.reads(chen.rowOf(c));
    await chen.line(on.cast.chen.name).filter({ hasText: on.cast.lin.name }).first().waitFor();
    await chen.page.locator('body').press('t');
    await chen.page.getByRole('combobox').fill(team);
    await chen.page.getByRole('option').filter({ hasText: team }).click();
    await chen.isTold(desk('acts.assigned', { name: team }));
    await chen.page.reload();
    await chen.navigation.getByRole('link').filter({ hasText: team }).click();
    await chen.rowOf(c).waitFor();
    await chen.window.look('team-view');
    await chen.reads(chen.rowOf(c));
    await chen.claims();
    await chen.button(desk('acts.more')).click();
    await chen.page.getByRole('menuitem', { name: desk('acts.handBack') }).click();
    await chen.isTold(desk('acts.handedBack'));
    await chen.button(desk('acts.claim')).waitFor();
  });

  it('search finds one character, a word, and a customer, over the whole history', async () => {
    const { desk } = lin.words;
    await lin.page.locator('body').press('s');
    await lin.page.getByRole('searchbox', { name: desk('search.label') }).waitFor();
    await lin.window.look('search');
    const looksFor = async (text: string, finds: string) => {
      await lin.page.getByRole('searchbox', { name: desk('search.label') }).fill(text);
      await lin.page.getByRole('main').getByRole('link').filter({ hasText: finds }).first().waitFor();
    };
    await looksFor(character, locale === 'en' ? 'Binding' : card);
    await lin.window.look('search-one-character');
    await looksFor(word, late);
    await looksFor(note, note);
    await looksFor('wei@example.com', 'Wei');
    await lin.window.look('search-customer');
    await looksFor(word, late);
    await lin.page.getByRole('main').getByRole('link').filter({ hasText: late }).first().click();
    await lin.sees(late);
  });

  it('presence decides what the centre says', async () => {
    const { desk } = lin.words;
    const state = async () => {
      const answer = await lin.page.request.get('/api/availability');
      return ((await answer.json()) as { chat: { state: string } }).chat.state;
    };
    await chen.chooses(desk('presence.away'));
    await lin.chooses(desk('presence.online'));
    await expect.poll(state).toBe('online');
    await lin.chooses(desk('presence.busy'));
    await expect.poll(state).toBe('offline');
    await lin.window.look('presence');
  });

  it('the resolved view keeps what is done; the transcript can be taken there', async () => {
    const { desk } = lin.words;
    const { c } = chats[2] as Started;
    await lin.goesTo('unassigned');
    await lin.reads(refund);
    await lin.replies('👍 done');
    await lin.button(desk('acts.resolve')).click();
    await lin.goesTo('resolved');
    await lin.reads(lin.rowOf(c));
    await lin.window.look('resolved');
    await lin.button(desk('acts.more')).click();
    const href = await lin.page.getByRole('menuitem', { name: desk('acts.as.text') }).getAttribute('href');
    expect(await (await lin.page.request.get(href as string)).text()).toContain('👍 done');
  });
});
