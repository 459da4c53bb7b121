import type { MentionKind, Verdict } from '../contract/official.ts';
import type { Reason } from './reasons.ts';

/** One thing a text names, and whether it is ours. */
export interface Finding {
  readonly kind: MentionKind;
  /** As it stands in the text. */
  readonly written: string;
  /** What it is once every disguise is off: a host, an address, a number in E.164, `network:handle`. */
  readonly means: string;
  readonly verdict: Verdict;
  readonly reason: Reason;
}
