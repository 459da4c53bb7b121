import type { Frame, Locator, Page } from 'playwright-core';
import type { Browsers, Window, WindowOptions } from '../../support/browser.ts';
import { type Words, wordsOf } from './words.ts';

export interface Question {
  question: string;
  name?: string;
  contact?: string;
  transaction?: string;
}

/** A customer with a phone in the hand: does what people do on the screen, by what the screen calls it. */
export class Customer {
  readonly window: Window;
  readonly words: Words;
  /** The tab that is looked at. */
  page: Page;
  /** The frame the centre stands in, on a page of somebody else's. */
  frame: Frame | null = null;

  constructor(window: Window) {
    this.window = window;
    this.page = window.page;
    this.words = wordsOf(window.locale);
  }

  static async arrives(browsers: Browsers, path = '/', options: WindowOptions = {}): Promise<Customer> {
    return new Customer(await browsers.open('phone', path, options));
  }

  get #place(): Page | Frame {
    return this.frame ?? this.page;
  }

  button(name: string): Locator {
    return this.#place.getByRole('button', { name, exact: true });
  }

  field(name: string): Locator {
    return this.#place.getByRole('textbox', { name });
  }

  get log(): Locator {
    return this.#place.getByRole('log', { name: this.words.chat('talk.log') });
  }

  get box(): Locator {
    return this.#place.getByRole('textbox', { name: this.words.chat('write.label') });
  }

  /** A message on the screen, whoever wrote it. */
  message(text: string): Locator {
    return this.log.getByRole('article').filter({ hasText: text });
  }

  async fillForm({
    question,
    name = '卫国强',
    contact = 'wei@example.com',
    transaction,
  }: Question): Promise<void> {
    const { chat } = this.words;
    await this.field(chat('start.question')).fill(question);
    await this.field(chat('start.name')).fill(name);
    await this.field(chat('start.contact')).fill(contact);
    if (transaction === undefined) return;
    await this.button(chat('start.more')).click();
    await this.field(chat('start.transaction')).fill(transaction);
  }

  /** Fills the form, sends it, and sees the conversation. */
  async asks(question: Question): Promise<void> {
    await this.fillForm(question);
    await this.button(this.words.chat('start.send')).click();
    await this.message(question.question).waitFor();
  }

  async writes(text: string): Promise<void> {
    await this.box.fill(text);
    await this.button(this.words.chat('write.send')).click();
    await this.message(text).waitFor();
  }

  async sees(text: string): Promise<void> {
    await this.message(text).first().waitFor();
  }

  /** Waits until the message says how far it has come. */
  async progress(text: string, name: 'pending' | 'sent' | 'delivered' | 'read'): Promise<void> {
    await this.message(text)
      .filter({ hasText: this.words.chat(`bubble.${name}`) })
      .waitFor();
  }

  async attaches(...paths: string[]): Promise<void> {
    await this.#place.getByLabel(this.words.chat('write.attach')).first().setInputFiles(paths);
  }

  /** What the log says, line by line, without times. */
  async said(): Promise<string[]> {
    return this.log.locator('.bubble').allInnerTexts();
  }
}
