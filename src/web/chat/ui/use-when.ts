import { type EffectCallback, useEffect, useLayoutEffect } from 'preact/hooks';

/** Does something after a drawing in which one of `changes` was new; everything else it reads as it is then. */
export function useWhen(changes: readonly unknown[], effect: EffectCallback): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it reads and what it waits for are different things here
  useEffect(effect, changes as unknown[]);
}

/** The same before the drawing is shown, for what would be seen to jump. */
export function useWhenUnseen(changes: readonly unknown[], effect: EffectCallback): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useLayoutEffect(effect, changes as unknown[]);
}
