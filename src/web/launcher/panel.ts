import { heard, hello, type Said, type Told, VERSION } from '../shared/launcher/frames.ts';
import type { Words } from './words.ts';

/** A panel that said nothing for this long is taken for blocked, in milliseconds. */
const PATIENCE_MS = 12_000;

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] => Object.assign(document.createElement(name), properties);

export interface PanelEvents {
  said(message: Said): void;
  failed(): void;
}

/** The centre in a frame, in a box that is a dialog for those who hear the page. */
export class Panel {
  readonly box: HTMLElement;
  readonly #centre: string;
  readonly #t: Words;
  readonly #events: PanelEvents;
  #frame: HTMLIFrameElement | null = null;
  #token: string | null | undefined;
  #late: ReturnType<typeof setTimeout> | undefined;

  constructor(centre: string, t: Words, events: PanelEvents) {
    this.#centre = centre;
    this.#t = t;
    this.#events = events;
    this.box = element('div', { className: 'panel', role: 'dialog', ariaLabel: t('entry'), hidden: true });
    addEventListener('message', this.#hear);
  }

  get isLoaded(): boolean {
    return this.#frame !== null;
  }

  /** Loads a path of the centre, in `language`. */
  load(path: string, language: string): void {
    const url = new URL(path, this.#centre);
    url.searchParams.set('lang', language);
    const frame = element('iframe', { title: this.#t('entry'), src: url.href, allow: 'clipboard-write' });
    // A page that was loaded anew inside the frame is greeted as well.
    frame.addEventListener('load', () => this.#greet());
    this.#frame = frame;
    this.box.replaceChildren(frame);
    clearTimeout(this.#late);
    this.#late = setTimeout(() => this.#fail(path, language), PATIENCE_MS);
  }

  focus(): void {
    this.#frame?.focus();
  }

  remove(): void {
    clearTimeout(this.#late);
    removeEventListener('message', this.#hear);
    this.box.remove();
  }

  set isShown(shown: boolean) {
    this.box.hidden = !shown;
    this.#greet();
  }

  /** Kept until the frame is there, and told to each page of it: what was told before is nothing new to it. */
  set identity(token: string | null) {
    this.#token = token;
    this.#tellIdentity();
  }

  #greet(): void {
    this.#tell(hello(!this.box.hidden));
  }

  #tellIdentity(): void {
    if (this.#token !== undefined) this.#tell({ okpay: VERSION, say: 'identity', token: this.#token });
  }

  #tell(message: Told): void {
    this.#frame?.contentWindow?.postMessage(message, this.#centre);
  }

  readonly #hear = ({ source, origin, data }: MessageEvent): void => {
    if (origin !== this.#centre || source === null || source !== this.#frame?.contentWindow) return;
    const message = heard<Said>(data);
    if (message === null) return;
    if (message.say === 'ready') {
      clearTimeout(this.#late);
      this.#tellIdentity();
    }
    this.#events.said(message);
  };

  #fail(path: string, language: string): void {
    const t = this.#t;
    const again = element('button', { type: 'button', textContent: t('retry') });
    again.addEventListener('click', () => this.load(path, language));
    const link = element('a', {
      href: new URL(path, this.#centre).href,
      target: '_blank',
      rel: 'noopener',
      textContent: t('page'),
    });
    const away = element('button', { type: 'button', textContent: t('close') });
    away.addEventListener('click', () => this.#events.said({ okpay: VERSION, say: 'close' }));
    const note = element('div', { className: 'failed', role: 'alert' });
    note.append(element('p', { textContent: t('failed') }), again, link, away);
    this.#frame = null;
    this.box.replaceChildren(note);
    this.#events.failed();
  }
}
