/** What a host page may say to the launcher, and hear from it. Published as `v1.d.ts` beside the scripts. */

export type Language = 'zh-CN' | 'en';

export interface LaunchOptions {
  /** Address of the support centre, such as `https://support.example.com`. Default: where the script came from. */
  centre?: string;
  /** Language of the entry and the panel. Default: that of the page (`<html lang>`), Chinese where it has neither. */
  language?: Language;
  /** Words on the entry. Default: 客服中心, or Support. */
  label?: string;
  /** The corner of the entry. Default: `right`. */
  side?: 'left' | 'right';
  /** `false`: no entry is shown, the page opens the panel itself. */
  entry?: boolean;
}

/** What the panel starts a conversation with, so that nobody types what the page knows. */
export interface Prefill {
  /** Id of a topic, as in the addresses of the centre's topic pages. */
  topic?: string;
  /** Number of a transaction, as the customer would write it. */
  transaction?: string;
  /** The first words of the message box; the customer may change them. */
  question?: string;
}

export interface LauncherEvents {
  /** The panel's first page answered. */
  ready: undefined;
  open: undefined;
  close: undefined;
  /** Messages that the customer has not seen. */
  unread: number;
  /** A conversation began. */
  started: undefined;
  /** The panel did not answer in time: it is blocked, or the network is down. */
  failed: undefined;
  /** The centre knows who is signed in on this page. */
  identified: undefined;
  /** The token was refused; in words, for the developer. */
  refused: string;
}

export interface SupportCentre {
  readonly isOpen: boolean;
  readonly unread: number;
  /** Opens the panel where the customer left it. */
  open(): void;
  close(): void;
  /** Opens a new conversation with this. */
  prefill(known: Prefill): void;
  /**
   * Says who is signed in on this page, by a token that your server signed (`IDENTITY_KEYS` of the centre). Call it on
   * each page; whoever is known already is not asked again.
   */
  identify(token: string): void;
  /** Whoever was signed in is not any more: ends their sessions in the centre, on every device. */
  signOut(): void;
  /** Hears of an event; the answer stops that. */
  on<Name extends keyof LauncherEvents>(
    name: Name,
    listener: (detail: LauncherEvents[Name]) => void,
  ): () => void;
  /** Takes entry and panel off the page. */
  remove(): void;
  /** Calls back at once: for pages that wrote `(window.OKPaySupport ||= []).push(...)` before the script was there. */
  push(callback: (centre: SupportCentre) => void): void;
}
