/** How long sign-ins and one-time links live. */
export const SESSION_LIMITS = {
  /** A session that nobody uses ends. */
  idleSeconds: 12 * 3600,
  /** Every session ends, used or not. */
  absoluteSeconds: 7 * 24 * 3600,
  /** `seen_at` is written at most this often: reading a page must not cost a write each time. */
  seenEverySeconds: 60,
} as const;

export const LINK_SECONDS = { reset: 3600, invitation: 7 * 24 * 3600, setup: 24 * 3600 } as const;

/** Wrong passwords or codes in a row before an account is locked, and for how long. */
export const LOCK_AFTER_FAILURES = 10;
export const LOCK_SECONDS = 15 * 60;
