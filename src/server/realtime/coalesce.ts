/** Calls `run` once, `delayMs` after the first of many calls; the next call starts anew. Errors go to `onError`. */
export function coalesce(delayMs: number, run: () => Promise<void>, onError: (error: unknown) => void): { poke(): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null;
  let running = false;
  let again = false;
  const fire = async () => {
    timer = null;
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      await run();
    } catch (error) {
      onError(error);
    }
    running = false;
    if (again) {
      again = false;
      poke();
    }
  };
  const poke = () => {
    timer ??= setTimeout(fire, delayMs);
  };
  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return { poke, stop };
}
