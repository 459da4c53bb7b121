import type { Actor, AttachmentRef } from '../../contract/events.ts';
import type { Locale } from '../../contract/locale.ts';
import type { MistakableKind } from '../../contract/secrets.ts';
import { asksFor } from '../../guard/asks.ts';
import { attachFiles } from '../attachments/attach-files.ts';
import type { Deps } from '../deps.ts';
import { inspect } from '../guard/inspect.ts';
import type { Trace } from './commands.ts';
import type { Outcome } from './commit.ts';
import { refuseAsking } from './refuse-asking.ts';

export interface NewMessage {
  conversationId: string;
  /** Made by the client, kept for its retries. */
  id: string;
  text: string;
  attachmentIds: string[];
  /** Kinds of secret of which the writer says that this is none. */
  notSecret?: readonly MistakableKind[] | undefined;
  actor: Actor;
  /** Language of the marks the guard leaves. */
  locale: Locale;
  /** Given for staff. */
  trace?: Trace;
}

/** Guards what was written, then puts it on the log: a message to the other side, or a note among staff. */
export function postMessage(deps: Deps, kind: 'post' | 'note', message: NewMessage): Promise<Outcome> {
  const { conversationId, id, actor, attachmentIds, trace, notSecret = [] } = message;
  const writer = `${conversationId} ${actor.kind === 'system' ? '' : actor.id}`;
  const earlier = deps.recentWords.before(writer, id);
  const { text, removed } = inspect(message.text, message.locale, { earlier, notSecret });
  deps.recentWords.remember(writer, id, text);
  const asked = kind === 'post' && actor.kind === 'agent' ? asksFor(text) : null;
  if (asked !== null) return refuseAsking(deps, message, asked, text);
  const submit = (attachments: AttachmentRef[]) => {
    const at = deps.clock.now().toISOString();
    const command = { kind, words: { text, removed, attachments } };
    return deps.log.submit({
      conversationId,
      id,
      at,
      actor,
      command,
      ...(trace === undefined ? {} : { trace }),
    });
  };
  if (attachmentIds.length === 0) return submit([]);
  return attachFiles(deps, { ids: attachmentIds, conversationId, by: actor, internal: kind === 'note' }).then(
    submit,
  );
}
