/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { leadOf } from './lead.ts';
import { isEmojiOnly, type Piece, piecesOf } from './pieces.ts';

/** What the links of a message are shown with. */
export interface LinkMarks {
  /** Official domains, each with everything below it. */
  readonly official: readonly string[];
  /** Where the centre is, without a slash at the end; '' for the page's own. */
  readonly base: string;
  /** What an official link is called. */
  readonly label: string;
}

function Link({ piece, marks }: { piece: Extract<Piece, { kind: 'link' }>; marks: LinkMarks }) {
  const { href, host, official } = leadOf(piece, marks.official, marks.base);
  return (
    <>
      <a href={href} target="_blank" rel="noopener noreferrer nofollow" title={piece.host}>
        {piece.text}
        {host === null ? null : <span class="message-host"> ({host})</span>}
      </a>
      {official ? <span class="message-official">{marks.label}</span> : null}
    </>
  );
}

interface Props {
  text: string;
  marks: LinkMarks;
  /** Draws what is neither link nor line break; as it is without it. */
  words?: (text: string) => ComponentChildren;
}

/** A message's text with its line breaks and links. Text nodes only: nothing of it is ever read as markup. */
export function MessageText({ text, marks, words }: Props) {
  let at = 0;
  return (
    <span class={isEmojiOnly(text) ? 'message-text message-text-emoji' : 'message-text'} dir="auto">
      {piecesOf(text).map((piece) => {
        const key = at;
        at += piece.text.length;
        if (piece.kind === 'break') return <br key={key} />;
        if (piece.kind === 'text') return words === undefined ? piece.text : words(piece.text);
        return <Link key={key} piece={piece} marks={marks} />;
      })}
    </span>
  );
}
