import { tokensOf } from './text.ts';

/** A phrase that carries a meaning. Where `gaps[i]`, up to three tokens may stand before `tokens[i]`. */
interface Phrase {
  readonly meaning: number;
  readonly tokens: readonly string[];
  readonly gaps: readonly boolean[];
}

/** Finds the meanings of a text among those of a lexicon. */
export interface PhraseBook {
  /** Names of the meanings, by number. */
  readonly names: readonly string[];
  /** Numbers of the meanings that a text says. */
  find(tokens: readonly string[]): Set<number>;
}

/** How many tokens `~` stands for at most. */
const GAP = 3;

function phraseOf(meaning: number, text: string): Phrase {
  const parts = text.split('~').map(tokensOf);
  return {
    meaning,
    tokens: parts.flat(),
    gaps: parts.flatMap((part, i) => part.map((_, j) => i > 0 && j === 0)),
  };
}

function position(tokens: readonly string[], wanted: string | undefined, from: number, gap: number): number {
  const last = Math.min(tokens.length - 1, from + gap);
  for (let at = from; at <= last; at++) if (tokens[at] === wanted) return at;
  return -1;
}

function standsAt(tokens: readonly string[], at: number, phrase: Phrase): boolean {
  let last = at;
  for (let i = 1; i < phrase.tokens.length; i++) {
    last = position(tokens, phrase.tokens[i], last + 1, phrase.gaps[i] === true ? GAP : 0);
    if (last < 0) return false;
  }
  return true;
}

/** Reads lexicons: lines of `meaning: phrase, phrase`, with `~` for up to three words in between. */
export function readPhrases(...lexicons: string[]): PhraseBook {
  const lines = [...lexicons.join('\n').matchAll(/^(\w+): (.+)$/gm)];
  const names = [...new Set(lines.map(([, name]) => name as string))];
  const phrases = lines.flatMap(([, name, texts]) =>
    (texts as string).split(', ').map((text) => phraseOf(names.indexOf(name as string), text)),
  );
  const byFirst = Map.groupBy(phrases, ({ tokens }) => tokens[0] ?? '');
  return {
    names,
    find(tokens) {
      const said = new Set<number>();
      tokens.forEach((token, at) => {
        for (const phrase of byFirst.get(token) ?? []) {
          if (!said.has(phrase.meaning) && standsAt(tokens, at, phrase)) said.add(phrase.meaning);
        }
      });
      return said;
    },
  };
}
