/** How long one-time links live, and when an account is locked. How long sessions live is a setting. */

/** `seen_at` of a session is written at most this often: reading a page must not cost a write each time. */
export const SEEN_EVERY_SECONDS = 60;

export const LINK_SECONDS = { reset: 3600, invitation: 7 * 24 * 3600, setup: 24 * 3600 } as const;

/** How long a sign-in, or a proof after it, is good for what is grave. */
export const CONFIRMED_SECONDS = 10 * 60;

/** Wrong passwords or codes in a row before an account is locked, and for how long. */
export const LOCK_AFTER_FAILURES = 10;
export const LOCK_SECONDS = 15 * 60;
