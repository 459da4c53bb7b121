/**
 * How the connection stands. `waiting`: the next try comes at `retryAt` (epoch ms); `offline` when the device itself
 * says that it has no network. `ended` is final: somebody must sign in, reload, or start again.
 */
export type ConnectionStatus =
  | { readonly phase: 'connecting' }
  | { readonly phase: 'online'; readonly via: 'socket' | 'poll' }
  | { readonly phase: 'waiting'; readonly retryAt: number; readonly offline: boolean }
  | { readonly phase: 'ended'; readonly reason: 'signed-out' | 'too-old' | 'stopped' };
