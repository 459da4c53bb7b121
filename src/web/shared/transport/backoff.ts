const FIRST_MS = 400;
/** Short enough that everybody is back within seconds of the server. */
const LONGEST_MS = 8_000;

/**
 * How long to wait before try number `attempt` (0, 1, 2...): full jitter, so that clients cut off together do not come
 * back together. The first try after a working connection is quick. `atLeastMs` is what the server asked for, to
 * which up to half is added for the same reason.
 */
export function backoff(attempt: number, random: () => number, atLeastMs = 0): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.max(random() * ceiling, atLeastMs * (1 + random() / 2));
}
