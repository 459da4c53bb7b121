import { useRef, useState } from 'preact/hooks';
import type { FoundArticle } from '../../../contract/help.ts';
import { QUESTION_MAX } from '../../../contract/limits.ts';
import type { ChatApi } from '../session/api.ts';
import { useWhen } from '../ui/use-when.ts';

/** A pause in writing: a sentence half written is not a question yet. */
const PAUSE_MS = 300;
const SHOWN = 3;
const SHORTEST = 2;

/**
 * Articles for what is being written. None for a text that came with the customer (its articles were seen already),
 * none in an emergency, and none where nothing fits.
 */
export function useSuggestions(api: Pick<ChatApi, 'answers'>, text: string): readonly FoundArticle[] {
  const brought = useRef(text);
  const [found, setFound] = useState<readonly FoundArticle[]>([]);
  useWhen([text], () => {
    const question = text.trim().slice(0, QUESTION_MAX);
    if (text === brought.current || question.length < SHORTEST) return setFound([]);
    const asking = new AbortController();
    const timer = setTimeout(() => {
      api.answers(question, SHOWN, asking.signal).then(
        ({ rows, fits, urgency }) => setFound(fits && urgency !== 'P1' ? rows : []),
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  });
  return found;
}
