import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftKeeper, type DraftText } from './draft-keeper.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

const words = (text: string): DraftText => ({ text, note: false });

describe('a draft', () => {
  it('reaches the server once typing pauses, with the last words only', async () => {
    const saved: string[] = [];
    const keeper = new DraftKeeper('a', async ({ text }) => saved.push(text));
    for (const text of ['h', 'he', 'hel']) keeper.change(words(text));
    await vi.advanceTimersByTimeAsync(700);
    expect(saved).toEqual(['hel']);
    expect(kept.size).toBe(0);
  });

  it('survives a page that dies before the server answered, and wins over the older version there', async () => {
    new DraftKeeper('a', () => new Promise(() => {})).change(words('unsaved'));
    const saved: string[] = [];
    const next = new DraftKeeper('a', async ({ text }) => saved.push(text));
    expect(next.draft.text).toBe('unsaved');
    expect(next.loaded(words('older')).text).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(1);
    expect(saved).toEqual(['unsaved']);
  });

  it('is tried again until the server takes it', async () => {
    let failures = 2;
    const saved: string[] = [];
    const keeper = new DraftKeeper('a', async ({ text }) => {
      failures -= 1;
      if (failures >= 0) throw new Error('down');
      saved.push(text);
    });
    keeper.change(words('x'));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(saved).toEqual(['x']);
  });

  it('takes the server version when nothing of its own is unsaved', () => {
    const keeper = new DraftKeeper('a', async () => {});
    expect(keeper.loaded(words('from another device')).text).toBe('from another device');
  });
});
