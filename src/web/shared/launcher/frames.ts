/**
 * What a host page and the panel's page say to each other by `postMessage`. Both sides name this version; nothing that
 * a customer wrote goes this way.
 */
export const VERSION = 1;

/** From the page around the frame. */
export type Told = { readonly okpay: typeof VERSION } & (
  | {
      /** When the frame has loaded, and whenever it is shown or hidden. */
      readonly say: 'hello';
      /** Whether the frame is on the screen; its document is "visible" either way. */
      readonly shown: boolean;
    }
  /** Who is signed in on the host page, by a token that its server signed; null when somebody signed out. */
  | { readonly say: 'identity'; readonly token: string | null }
);

export const hello = (shown: boolean): Told => ({ okpay: VERSION, say: 'hello', shown });

/** Heard on the window of a page in a frame when it is shown (`detail` true) or hidden. */
export const SHOWN_EVENT = 'okpay:shown';

/** From the panel's page. */
export type Said = { readonly okpay: typeof VERSION } & (
  | { readonly say: 'ready'; readonly path: string }
  | { readonly say: 'close' }
  | { readonly say: 'unread'; readonly count: number }
  | { readonly say: 'started' }
  | { readonly say: 'identified' }
  | { readonly say: 'refused'; readonly why: string }
);

/** @returns what another window said, when it is of this version */
export function heard<Message extends Told | Said>(data: unknown): Message | null {
  const message = data as Partial<Message> | null;
  return typeof message === 'object' && message?.okpay === VERSION ? (message as Message) : null;
}
