import type { Said } from '../shared/launcher/frames.ts';
import type { LauncherEvents, LaunchOptions, Prefill, SupportCentre } from './api.ts';
import { Entry } from './entry.ts';
import { fillScreen } from './full-screen.ts';
import { keep, type Memory, recall } from './memory.ts';
import { Panel } from './panel.ts';
import { FULL_SCREEN, sheet } from './style.ts';
import { languageOf, wordsOf } from './words.ts';

type Listeners = { [Name in keyof LauncherEvents]?: Set<(detail: LauncherEvents[Name]) => void> };

const whenIdle = (run: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 3_000 });
  else setTimeout(run, 200);
};

const chatPath = (known: Prefill): string => {
  const query = new URLSearchParams();
  if (known.topic) query.set('topic', known.topic);
  if (known.transaction) query.set('transaction', known.transaction);
  if (known.question) query.set('q', known.question);
  return `/chat?new=1&${query}`;
};

class Launcher implements SupportCentre {
  readonly #host = document.createElement('div');
  readonly #language: string;
  readonly #panel: Panel;
  readonly #entry: Entry;
  readonly #memory: Memory = recall();
  readonly #listeners: Listeners = {};
  #unread = 0;
  #isOpen = false;
  #release: (() => void) | null = null;

  constructor(centre: string, options: LaunchOptions) {
    const language = options.language ?? languageOf(document.documentElement.lang);
    const t = wordsOf(language);
    this.#language = language;
    this.#panel = new Panel(centre, t, {
      said: (message) => this.#heard(message),
      failed: () => this.#tell('failed', undefined),
    });
    this.#entry = new Entry(t, options.label ?? t('entry'), () =>
      this.#isOpen ? this.close() : this.open(),
    );
    this.#entry.button.hidden = options.entry === false;
    for (const part of [this.#panel.box, this.#entry.button])
      part.classList.toggle('left', options.side === 'left');
    whenIdle(() => this.#appear());
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get unread(): number {
    return this.#unread;
  }

  open(): void {
    this.#show();
    this.#panel.focus();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#release?.();
    this.#panel.isShown = false;
    this.#entry.isOpen = false;
    this.#entry.button.focus();
    this.#remember({ open: false });
    this.#tell('close', undefined);
  }

  prefill(known: Prefill): void {
    this.#panel.load(chatPath(known), this.#language);
    this.open();
  }

  identify(token: string): void {
    this.#tellWho(token);
  }

  signOut(): void {
    this.#remember({ talked: false, path: '/' });
    this.#tellWho(null);
  }

  on<Name extends keyof LauncherEvents>(
    name: Name,
    listener: (detail: LauncherEvents[Name]) => void,
  ): () => void {
    const listeners: Set<typeof listener> = (this.#listeners[name] as Set<typeof listener>) ?? new Set();
    (this.#listeners as Record<Name, Set<typeof listener>>)[name] = listeners;
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  remove(): void {
    this.#release?.();
    this.#panel.remove();
    this.#host.remove();
  }

  push(callback: (centre: SupportCentre) => void): void {
    callback(this);
  }

  /** Puts the entry on the page; opens what was open on the page before, where that does not cover this one. */
  #appear(): void {
    this.#attach();
    if (this.#memory.open && !matchMedia(FULL_SCREEN).matches) this.#show();
    else if (this.#memory.talked) this.#panel.load('/chat', this.#language);
  }

  /** A panel that is not there yet is loaded unseen: whose messages are unread is known only by whoever asks. */
  #tellWho(token: string | null): void {
    this.#panel.identity = token;
    if (this.#panel.isLoaded) return;
    whenIdle(() => {
      this.#attach();
      if (!this.#panel.isLoaded) this.#panel.load('/chat', this.#language);
    });
  }

  #attach(): void {
    if (this.#host.isConnected) return;
    const root = this.#host.shadowRoot ?? this.#host.attachShadow({ mode: 'open' });
    const styles = new CSSStyleSheet();
    styles.replaceSync(sheet);
    root.adoptedStyleSheets = [styles];
    root.replaceChildren(this.#panel.box, this.#entry.button);
    this.#host.dataset.okpaySupport = '';
    document.body.append(this.#host);
  }

  #show(): void {
    this.#attach();
    if (!this.#panel.isLoaded) this.#panel.load(this.#memory.path, this.#language);
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#panel.isShown = true;
    this.#entry.isOpen = true;
    this.#release = fillScreen(this.#panel.box);
    this.#remember({ open: true });
    this.#tell('open', undefined);
  }

  #heard(message: Said): void {
    if (message.say === 'ready') {
      this.#remember({ path: message.path });
      this.#tell('ready', undefined);
    } else if (message.say === 'close') this.close();
    else if (message.say === 'unread') {
      this.#unread = message.count;
      this.#entry.unread = message.count;
      this.#tell('unread', message.count);
    } else if (message.say === 'identified') this.#tell('identified', undefined);
    else if (message.say === 'refused') this.#tell('refused', message.why);
    else {
      this.#remember({ talked: true });
      this.#tell('started', undefined);
    }
  }

  #remember(change: Partial<Memory>): void {
    keep(Object.assign(this.#memory, change));
  }

  #tell<Name extends keyof LauncherEvents>(name: Name, detail: LauncherEvents[Name]): void {
    for (const listener of this.#listeners[name] ?? []) {
      try {
        listener(detail);
      } catch (error) {
        // A fault of the host page stays the host page's, and stops nobody else's listener.
        reportError(error);
      }
    }
  }
}

/** Puts the entry on this page as soon as the page has nothing better to do. */
export const launchFrom = (centre: string, options: LaunchOptions): SupportCentre =>
  new Launcher(new URL(centre).origin, options);
