import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentRef } from '../../../contract/events.ts';
import { leadOf } from '../../shared/text/lead.ts';
import { isEmojiOnly, type Piece, piecesOf } from '../../shared/text/pieces.ts';
import { useOfficialDomains } from '../shell/official.ts';
import { Attachments } from './attachments.tsx';
import classes from './bubble.module.css';

/** Longer texts are folded, so that one of them does not push the conversation away. */
const FOLD_AT = 800;

export type Side = 'customer' | 'us' | 'note';

function Link({ piece }: { piece: Extract<Piece, { kind: 'link' }> }) {
  const { t } = useTranslation();
  const { href, host, official } = leadOf(piece, useOfficialDomains(), '');
  return (
    <>
      <a href={href} target="_blank" rel="noopener noreferrer nofollow" title={piece.host}>
        {piece.text}
        {host !== null && <span className={classes.host}> ({host})</span>}
      </a>
      {official && <span className={classes.official}>{t('timeline.official')}</span>}
    </>
  );
}

/** A text with its line breaks and links; text nodes only, nothing of it is read as markup. */
function Words({ text }: { text: string }) {
  return piecesOf(text).map((piece, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other identity and never move
    piece.kind === 'link' ? <Link key={i} piece={piece} /> : piece.text,
  );
}

interface Props {
  side: Side;
  text: string;
  attachments: readonly AttachmentRef[];
  /** Whether the guard took something out before it was stored. */
  masked?: boolean;
  faded?: boolean;
  found?: boolean;
  /** Where its files lie on the server; left out while it is not there yet. */
  conversationId?: string;
}

/** What somebody said: words, files, and whether something secret was taken out. */
export function Bubble({
  side,
  text,
  attachments,
  masked = false,
  faded = false,
  found = false,
  conversationId,
}: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const long = text.length > FOLD_AT;
  return (
    <div
      className={classes.bubble}
      data-side={side}
      data-faded={faded || undefined}
      data-found={found || undefined}
    >
      {text.trim() !== '' && (
        <div className={classes.text} dir="auto" data-large={isEmojiOnly(text) || undefined}>
          <Words text={long && !open ? `${text.slice(0, FOLD_AT)}…` : text} />
        </div>
      )}
      {long && (
        <UnstyledButton className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'timeline.fold' : 'timeline.unfold')}
        </UnstyledButton>
      )}
      {attachments.length > 0 && <Attachments files={attachments} conversationId={conversationId} />}
      {masked && <p className={classes.masked}>{t('timeline.masked')}</p>}
    </div>
  );
}
