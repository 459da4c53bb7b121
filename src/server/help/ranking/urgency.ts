import type { Urgency } from '../../../contract/help.ts';
import { urgencyPhrases } from './lexicon/urgency.ts';
import { readPhrases } from './phrases.ts';
import { tokensOf } from './text.ts';

const book = readPhrases(urgencyPhrases);

/** How urgent a text is by its own words: a customer's question, or an article's title. */
export function urgencyOf(text: string): Urgency {
  const said = book.find(tokensOf(text));
  const says = (...names: string[]): boolean => names.every((name) => said.has(book.names.indexOf(name)));
  if (says('alarm') || says('eaten') || says('gone', 'key')) return 'P1';
  if (says('supposed')) return 'normal';
  if (says('stranger', 'movement')) return 'P1';
  const trouble =
    says('trouble') ||
    says('shut') ||
    says('money', 'absent') ||
    says('twice') ||
    says('forgot', 'code') ||
    says('proofless') ||
    says('short');
  return trouble ? 'P2' : 'normal';
}

/** An article that was found, with how much it weighs among those found, 0 to 1, and how urgent what it is about is. */
interface Found {
  readonly weight: number;
  readonly urgency: Urgency;
}

/** How much of what the articles say is believed when the best of them surely fits. */
const ARTICLES = 0.75;
/** From so much on a question is urgent: one that is missed costs more than one too many. */
const URGENT = 0.4;

/**
 * How urgent a question is: by its own words, and by what the articles that fit it are about.
 * @param belief how sure it is that the articles fit, 0 to 1
 */
export function urgencyAmong(question: string, found: readonly Found[], belief: number): Urgency {
  const own = urgencyOf(question);
  const believed = ARTICLES * belief;
  const share = (...levels: Urgency[]): number => {
    const said = levels.includes(own) ? 1 : 0;
    const among = found.reduce(
      (sum, { weight, urgency }) => sum + (levels.includes(urgency) ? weight : 0),
      0,
    );
    return believed * among + (1 - believed) * said;
  };
  if (share('P1', 'P2') < URGENT) return 'normal';
  return own === 'P1' || share('P1') >= share('P2') ? 'P1' : 'P2';
}
