/** What failed is tried again after this long at the least: a database that is away is not asked in a loop. */
const AGAIN_AFTER_MS = 500;

/**
 * Calls `run` once, `delayMs` after the first of many calls; the next call starts anew. A run that failed is told to
 * `onError` and repeated until it succeeds.
 */
export function coalesce(
  delayMs: number,
  run: () => Promise<void>,
  onError: (error: unknown) => void,
): { poke(): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null;
  let running = false;
  let again = false;
  let stopped = false;
  const fire = async () => {
    timer = null;
    if (running) {
      again = true;
      return;
    }
    running = true;
    let waitMs = delayMs;
    try {
      await run();
    } catch (error) {
      onError(error);
      again = true;
      waitMs = Math.max(delayMs, AGAIN_AFTER_MS);
    }
    running = false;
    if (again) {
      again = false;
      schedule(waitMs);
    }
  };
  const schedule = (ms: number) => {
    if (!stopped) timer ??= setTimeout(fire, ms);
  };
  const poke = () => schedule(delayMs);
  const stop = () => {
    stopped = true;
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return { poke, stop };
}
