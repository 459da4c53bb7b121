/** Numbers both sides of a wire must agree on. Kept apart from the schemas, so that pages can use them without a parser. */

/** Raised when an old client can no longer talk to this server; it is then told `bye: too-old` and reloads. */
export const PROTOCOL_VERSION = 1;
/** Conversations one connection may follow at a time. */
export const SUBSCRIPTIONS_MAX = 200;
/** Longest message or note, in UTF-16 code units. */
export const MESSAGE_MAX = 8_000;
/** Attachments one message may carry. */
export const ATTACHMENTS_MAX = 10;
/** Longest question that is searched for, in UTF-16 code units; more is cut, not refused. */
export const QUESTION_MAX = 200;
/** Longest text that is checked for what is official, in UTF-16 code units. */
export const PASTED_MAX = 4_000;
/** Longest body of an article in one language, in UTF-16 code units: what is rendered of one (help/markdown.ts). */
export const BODY_MAX = 30_000;
/** Header of what a desk asks by itself while nobody touches it; such a request keeps no session alive. */
export const UNATTENDED = 'x-unattended';
