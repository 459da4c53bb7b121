/**
 * What a host page and the panel's page say to each other by `postMessage`. Both sides name this version; nothing that
 * a customer wrote or is called by goes this way.
 */
export const VERSION = 1;

/** From the page around the frame: when the frame has loaded, and whenever it is shown or hidden. */
export interface Hello {
  readonly okpay: typeof VERSION;
  readonly say: 'hello';
  /** Whether the frame is on the screen; its document is "visible" either way. */
  readonly shown: boolean;
}

export const hello = (shown: boolean): Hello => ({ okpay: VERSION, say: 'hello', shown });

/** Heard on the window of a page in a frame when it is shown (`detail` true) or hidden. */
export const SHOWN_EVENT = 'okpay:shown';

/** From the panel's page. */
export type Said = { readonly okpay: typeof VERSION } & (
  | { readonly say: 'ready'; readonly path: string }
  | { readonly say: 'close' }
  | { readonly say: 'unread'; readonly count: number }
  | { readonly say: 'started' }
);

/** @returns what another window said, when it is of this version */
export function heard<Message extends Hello | Said>(data: unknown): Message | null {
  const message = data as Partial<Message> | null;
  return typeof message === 'object' && message?.okpay === VERSION ? (message as Message) : null;
}
