/** Numbers that look random and are the same every time, so that the same articles always give the same model. */
export interface Chance {
  /** From 0 up to, never reaching, 1. */
  next(): number;
  shuffle(items: number[]): void;
}

/** A linear congruential generator with the constants of ANSI C; its low bits, which repeat early, are not used. */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  const draw = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >>> 8;
  };
  return {
    next: () => draw() / 0x800000,
    shuffle(items) {
      for (let i = items.length - 1; i > 0; i--) {
        const j = draw() % (i + 1);
        [items[i], items[j]] = [items[j] as number, items[i] as number];
      }
    },
  };
}
