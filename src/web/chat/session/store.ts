import { useEffect, useRef, useState } from 'preact/hooks';
import { Listeners } from '../../shared/listeners.ts';

/** A value that is replaced, never changed, and tells who listens. */
export class Store<T extends object> {
  #value: T;
  readonly #listeners = new Listeners<T>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  set(change: Partial<T>): void {
    this.#value = { ...this.#value, ...change };
    this.#listeners.emit(this.#value);
  }

  listen(listener: (value: T) => void): () => void {
    return this.#listeners.add(listener);
  }
}

/** The part of a store that a component shows; drawn again when that part is another. */
export function useStore<T extends object, P>(store: Store<T>, select: (value: T) => P): P {
  const [, draw] = useState(0);
  const latest = useRef({ select, shown: select(store.value) });
  latest.current = { select, shown: select(store.value) };
  useEffect(() => {
    const look = (value: T) => {
      if (!Object.is(latest.current.select(value), latest.current.shown)) draw((count) => count + 1);
    };
    look(store.value);
    return store.listen(look);
  }, [store]);
  return latest.current.shown;
}
