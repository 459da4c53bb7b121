import type { EventBody } from './events.ts';
import { withoutParts } from './without-parts.ts';

type Spoken = EventBody<'message.posted'>;
type Redaction = Omit<EventBody<'message.redacted'>, 'digest' | 'seq'>;

/**
 * What is left of a message or note after one redaction, `id` being that of its event. Server and pages both do this, so
 * that an open page shows what a page opened later shows.
 */
export function leftOf<B extends Spoken>(body: B, { parts, mark, file }: Redaction, id: string): B {
  const { text, attachments = [], redactions = [] } = body;
  const files = attachments.flatMap((one) => (one.id === file?.id ? (file.left ?? []) : one));
  const isEmpty = file?.left === null && text === '';
  return {
    ...body,
    text: isEmpty ? mark : withoutParts(text, parts, mark),
    ...(attachments.length > 0 ? { attachments: files } : {}),
    redactions: [...redactions, id],
  };
}
