import type { Locator, Page } from 'playwright-core';
import type { Locale } from '../../../src/contract/locale.ts';
import type { Browsers, Window, WindowOptions } from '../../support/browser.ts';
import type { Colleague } from '../../support/cast.ts';
import { type Words, wordsOf } from './words.ts';

type View = 'mine' | 'unassigned' | 'all' | 'resolved';

/** Somebody who works at the desk: does what they do on the screen, by what the screen calls it. */
export class Agent {
  readonly window: Window;
  readonly page: Page;
  readonly words: Words;

  constructor(window: Window) {
    this.window = window;
    this.page = window.page;
    this.words = wordsOf(window.locale);
  }

  /** Opens the desk in this language, where nobody is signed in yet. */
  static async opens(
    browsers: Browsers,
    locale: Locale,
    path = '/desk',
    options: WindowOptions = {},
  ): Promise<Agent> {
    return new Agent(await browsers.open('desk', `${path}?lang=${locale}`, { locale, ...options }));
  }

  /** Opens the desk and signs in. */
  static async arrives(
    browsers: Browsers,
    locale: Locale,
    who: Colleague,
    options: WindowOptions = {},
  ): Promise<Agent> {
    const agent = await Agent.opens(browsers, locale, '/desk', options);
    await agent.signsIn(who);
    await agent.navigation.waitFor();
    return agent;
  }

  async signsIn({ email, password }: Pick<Colleague, 'email' | 'password'>): Promise<void> {
    const { desk } = this.words;
    await this.page.getByLabel(desk('session.email'), { exact: true }).fill(email);
    await this.page.getByLabel(desk('session.password'), { exact: true }).fill(password);
    await this.button(desk('session.signIn')).click();
  }

  field(name: string): Locator {
    return this.page.getByLabel(name, { exact: true });
  }

  dialog(title: string): Locator {
    return this.page.getByRole('dialog', { name: title });
  }

  /** Waits until this was said in passing. */
  async isTold(text: string): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: text }).first().waitFor();
  }

  /** Goes somewhere by its name at the left. */
  async opensPlace(name: string): Promise<void> {
    await this.navigation.getByRole('link', { name, exact: true }).click();
  }

  get navigation(): Locator {
    return this.page.getByRole('navigation', { name: this.words.desk('views.title') });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  get list(): Locator {
    return this.page.getByRole('region', { name: this.words.desk('inbox.list'), exact: true });
  }

  /** A conversation in the list, by anything its row says. */
  row(text: string): Locator {
    return this.list.getByRole('link').filter({ hasText: text });
  }

  /** The row of this conversation, whatever it says by now. */
  rowOf(c: string): Locator {
    return this.list.locator(`a[href$="${c}"]`);
  }

  get timeline(): Locator {
    return this.page.getByRole('region', { name: this.words.desk('timeline.title'), exact: true });
  }

  line(text: string): Locator {
    return this.timeline.getByRole('listitem').filter({ hasText: text });
  }

  get replyBox(): Locator {
    return this.page.getByRole('textbox', { name: this.words.desk('composer.replyLabel') });
  }

  get noteBox(): Locator {
    return this.page.getByRole('textbox', { name: this.words.desk('composer.noteLabel') });
  }

  get customerPanel(): Locator {
    return this.page.getByRole('region', { name: this.words.desk('customer.title'), exact: true });
  }

  /** Goes to a view by its name. */
  async goesTo(view: View): Promise<void> {
    await this.navigation.getByRole('link', { name: this.words.desk(`views.${view}`) }).click();
    await this.page.waitForURL(new RegExp(`/inbox/${view}`));
  }

  /** The number beside a view; 0 where none is shown. */
  async counter(view: View): Promise<number> {
    const text = await this.navigation
      .getByRole('link', { name: this.words.desk(`views.${view}`) })
      .first()
      .textContent();
    return Number(/\d+/.exec(text ?? '')?.[0] ?? 0);
  }

  /** Opens the conversation whose row says this, or that is in this row. */
  async reads(what: string | Locator): Promise<void> {
    await (typeof what === 'string' ? this.row(what).first() : what).click();
    await this.timeline.waitFor();
  }

  async claims(): Promise<void> {
    await this.button(this.words.desk('acts.claim')).click();
    await this.button(this.words.desk('acts.claim')).waitFor({ state: 'hidden' });
  }

  async replies(text: string): Promise<void> {
    await this.replyBox.fill(text);
    await this.button(this.words.desk('composer.send')).click();
    await this.line(text).waitFor();
  }

  async notes(text: string): Promise<void> {
    await this.button(this.words.desk('composer.note')).click();
    await this.noteBox.fill(text);
    await this.button(this.words.desk('composer.addNote')).click();
    await this.line(text).waitFor();
  }

  async sees(text: string): Promise<void> {
    await this.line(text).first().waitFor();
  }

  /** Chooses in the menu of presence and account. */
  async chooses(name: string): Promise<void> {
    await this.navigation
      .getByRole('button', { name: this.words.desk('me.menu', { name: '' }).trim() })
      .click();
    await this.page.getByRole('menuitem', { name }).click();
  }
}
