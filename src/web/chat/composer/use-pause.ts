import { useRef, useState } from 'preact/hooks';
import { isHeated } from '../../shared/courtesy/heated.ts';

export interface Pause {
  /** The words in the box are held, and the customer is asked. */
  readonly held: boolean;
  /** Whether to wait and ask; never twice about the same words. */
  holds(): boolean;
  /** These words are the customer's choice. */
  pass(words: string): void;
  end(): void;
}

/** A moment before a message that insults is sent. It never keeps anybody from sending. */
export function usePause(text: string): Pause {
  const [asked, setAsked] = useState<string | null>(null);
  const passed = useRef<string | null>(null);
  return {
    held: asked !== null && asked === text,
    holds() {
      if (!isHeated(text) || passed.current === text) return false;
      setAsked(text);
      return true;
    },
    pass(words) {
      passed.current = words;
      setAsked(null);
    },
    end: () => setAsked(null),
  };
}
