import { fold } from '../help/ranking/text.ts';
import { termsOf } from '../help/words.ts';
import { type Html, html } from './html.ts';

const wordOrPair = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;

/** Whether a piece of a text is one of the question's terms. Pieces are English words or runs of Chinese. */
function markRun(run: string, wanted: ReadonlySet<string>): boolean[] {
  const characters = [...run];
  const marks = characters.map(() => false);
  characters.forEach((character, i) => {
    const pair = `${character}${characters[i + 1] ?? ''}`;
    if (characters.length > i + 1 && wanted.has(pair)) marks[i] = marks[i + 1] = true;
  });
  return marks;
}

/** Neighbours that are marked alike, joined. */
function markedRun(run: string, wanted: ReadonlySet<string>): Html[] {
  const marks = markRun(run, wanted);
  const groups: { text: string; marked: boolean }[] = [];
  [...run].forEach((character, i) => {
    const last = groups.at(-1);
    if (last !== undefined && last.marked === marks[i]) last.text += character;
    else groups.push({ text: character, marked: marks[i] === true });
  });
  return groups.map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : html`${text}`));
}

const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text);

/** A text with the words of a question marked; nothing is marked without a question. */
export function emphasise(text: string, question: string): Html {
  const wanted = new Set(
    termsOf(question)
      .filter((term) => !term.weak)
      .map((term) => term.text),
  );
  if (wanted.size === 0) return html`${text}`;
  const pieces: Html[] = [];
  let at = 0;
  for (const match of text.matchAll(wordOrPair)) {
    const [piece] = match;
    pieces.push(html`${text.slice(at, match.index)}`);
    at = match.index + piece.length;
    if (isHan(piece)) pieces.push(...markedRun(piece, wanted));
    else
      pieces.push(
        termsOf(fold(piece)).some((term) => wanted.has(term.text))
          ? html`<mark>${piece}</mark>`
          : html`${piece}`,
      );
  }
  return html`${pieces}${text.slice(at)}`;
}
