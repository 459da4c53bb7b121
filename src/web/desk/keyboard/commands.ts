import { useEffect, useSyncExternalStore } from 'react';

/** Something that can be done here and now, by its key or from the palette. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  /** As shown: `E`, `Ctrl K`. */
  readonly keys?: string;
  readonly run: () => void;
}

const offers = new Map<string, readonly Command[]>();
const listeners = new Set<() => void>();
let all: readonly Command[] = [];

function publish(source: string, commands: readonly Command[] | null): void {
  if (commands === null) offers.delete(source);
  else offers.set(source, commands);
  all = [...offers.values()].flat();
  for (const listener of listeners) listener();
}

/** Offers commands for as long as the component is on the page. `commands` must be memoised. */
export function useOffer(source: string, commands: readonly Command[]): void {
  useEffect(() => {
    publish(source, commands);
    return () => publish(source, null);
  }, [source, commands]);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const useCommands = (): readonly Command[] => useSyncExternalStore(subscribe, () => all);
