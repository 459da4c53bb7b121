/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { GlossaryTerm } from '../../../contract/glossary.ts';
import type { TermPart } from '../../../glossary/term-parts.ts';
import type { ChatApi } from '../session/api.ts';
import { useWhen } from '../ui/use-when.ts';

type Cut = (text: string) => TermPart[];

const cuts = new WeakMap<object, Promise<Cut>>();

/** The glossary and what finds its terms, fetched with the first message that may hold one. */
function cutFor(api: ChatApi): Promise<Cut> {
  const known = cuts.get(api);
  if (known !== undefined) return known;
  const cut = Promise.all([api.glossary(), import('../../../glossary/term-parts.ts')]).then(
    ([terms, { termParts }]) =>
      (text: string) =>
        termParts(text, terms),
  );
  cuts.set(api, cut);
  cut.catch(() => cuts.delete(api));
  return cut;
}

interface Explained {
  /** A text with its terms as buttons. */
  words(text: string): ComponentChildren;
  /** What the term means that was tapped, to stand below the text. */
  readonly meaning: ComponentChildren;
}

/** Terms of the glossary in what we say, explained on a tap. Without the glossary the text is as it is. */
export function useTerms(api: ChatApi, on: boolean): Explained {
  const [cut, setCut] = useState<{ readonly text: Cut } | null>(null);
  const [open, setOpen] = useState<GlossaryTerm | null>(null);
  useWhen([api, on], () => {
    if (on)
      cutFor(api).then(
        (text) => setCut({ text }),
        () => undefined,
      );
  });
  const words = (text: string): ComponentChildren =>
    cut === null
      ? text
      : cut.text(text).map((part) =>
          typeof part === 'string' ? (
            part
          ) : (
            <button
              key={part.term.id}
              type="button"
              class="term"
              aria-expanded={open?.id === part.term.id}
              onClick={() => setOpen(open?.id === part.term.id ? null : part.term)}
            >
              {part.words}
            </button>
          ),
        );
  const meaning =
    open === null ? null : (
      <p class="term-meaning" role="status">
        <b>{open.term}</b> {open.meaning}
      </p>
    );
  return { words, meaning };
}
