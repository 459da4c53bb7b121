/** @jsxImportSource preact */
import { isEmojiOnly, piecesOf } from './pieces.ts';

/** Where a link leads is said whenever its own text could be read as leading somewhere else. */
const saysHost = (text: string, host: string) =>
  text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .split(/[/?#]/)[0] === host;

/** A message's text with its line breaks and links. Text nodes only: nothing of it is ever read as markup. */
export function MessageText({ text }: { text: string }) {
  let at = 0;
  return (
    <span class={isEmojiOnly(text) ? 'message-text message-text-emoji' : 'message-text'} dir="auto">
      {piecesOf(text).map((piece) => {
        const key = at;
        at += piece.text.length;
        if (piece.kind === 'break') return <br key={key} />;
        if (piece.kind === 'text') return piece.text;
        return (
          <a
            key={key}
            href={piece.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            title={piece.host}
          >
            {piece.text}
            {saysHost(piece.text, piece.host) ? null : <span class="message-host"> ({piece.host})</span>}
          </a>
        );
      })}
    </span>
  );
}
