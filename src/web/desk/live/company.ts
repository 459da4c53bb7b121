import { useSyncExternalStore } from 'react';
import type { ServerFrame } from '../../../contract/frames.ts';

type Viewers = Extract<ServerFrame, { t: 'viewers' }>['staff'];
type TypingFrame = Extract<ServerFrame, { t: 'typing' }>;

/** A typing notice holds this long, in milliseconds, unless it is repeated or taken back. */
const TYPING_MS = 6_000;
const nobody: Viewers = [];

const viewers = new Map<string, Viewers>();
const typing = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

function stopTyping(c: string): void {
  clearTimeout(typing.get(c));
  if (typing.delete(c)) tell();
}

function customerTypes({ c, on }: TypingFrame): void {
  stopTyping(c);
  if (!on) return;
  clearTimeout(typing.get(c));
  typing.set(
    c,
    setTimeout(() => stopTyping(c), TYPING_MS),
  );
  tell();
}

/** Takes from a frame who else is with a conversation. Colleagues' typing comes with the viewers. */
export function hearCompany(frame: ServerFrame): void {
  if (frame.t === 'viewers') {
    viewers.set(frame.c, frame.staff);
    tell();
  } else if (frame.t === 'typing' && frame.who.kind === 'customer') customerTypes(frame);
  else if (frame.t === 'events' && frame.events.some(({ actor }) => actor.kind === 'customer'))
    stopTyping(frame.c);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Colleagues who have the conversation on their screen; the reader is among them. */
export const useViewers = (c: string): Viewers =>
  useSyncExternalStore(subscribe, () => viewers.get(c) ?? nobody);

export const useCustomerTyping = (c: string): boolean => useSyncExternalStore(subscribe, () => typing.has(c));
