import { useRef, useState } from 'preact/hooks';
import type { MistakableKind } from '../../../contract/secrets.ts';
import { examine, loadGuard, type Seen } from '../../shared/guard/examine.ts';
import { RequestFailed } from '../../shared/http.ts';
import { newId } from '../../shared/ids.ts';
import { backoff } from '../../shared/transport/backoff.ts';
import { readDraft, saveDraft } from '../session/drafts.ts';
import type { ChatSession } from '../session/session.ts';
import type { ChatOptions } from '../settings.ts';
import { useWhen } from '../ui/use-when.ts';
import {
  emptyFields,
  type Faults,
  type FieldName,
  type Fields,
  faultsFrom,
  faultsIn,
  identityIn,
} from './fields.ts';

const DRAFT = 'start';

/** A draft keeps its ids: trying again, even after a reload, starts the same conversation and not a second one. */
interface Draft extends Fields {
  id: string;
  messageId: string;
}

export type Sending = 'no' | 'sending' | 'retrying';

interface StartForm {
  readonly fields: Fields;
  readonly faults: Faults;
  readonly sending: Sending;
  /** Words of a refusal that names no field. */
  readonly refusal: string | null;
  /** What the guard saw in the question; nothing is sent before the customer has chosen. */
  readonly seen: Seen | null;
  change(name: FieldName, value: string): void;
  send(): Promise<void>;
  /** Sends with this question; `notSecret` are the kinds that the customer says are none. */
  sendAs(question: string, notSecret: readonly MistakableKind[]): Promise<void>;
  edit(): void;
}

const withIds = (fields: Fields): Draft => ({ ...fields, id: newId(), messageId: newId() });

/** Of `known`, what `kept` has nothing for. */
const filled = (known: Partial<Fields>, kept: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(known).filter(([name]) => kept[name as FieldName] === ''));

/** Tries until the server has an answer: a network that fails is no reason to ask the customer again. */
async function startUntilAnswered(
  session: ChatSession,
  draft: Draft,
  { locale, start }: ChatOptions,
  notSecret: readonly MistakableKind[],
  alive: () => boolean,
  onRetry: () => void,
) {
  for (let attempt = 0; alive(); attempt += 1) {
    try {
      const message = {
        id: draft.messageId,
        text: draft.question.trim(),
        ...(notSecret.length > 0 && { notSecret: [...notSecret] }),
      };
      const form = { ...identityIn(draft), ...(start?.urgent && { urgent: true }) };
      await session.start({ id: draft.id, form, locale, message });
      return;
    } catch (error) {
      if (!(error instanceof RequestFailed) || !error.transient) throw error;
      onRetry();
      await new Promise((resolve) =>
        setTimeout(resolve, 800 + backoff(attempt, Math.random, error.retryAfterMs)),
      );
    }
  }
}

/** The state of the form: kept on this device while it is typed, and sent until it has arrived. */
export function useStart(
  session: ChatSession,
  known: Partial<Fields>,
  options: ChatOptions,
  onStarted: (c: string) => void,
): StartForm {
  const { locale } = options;
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = readDraft(DRAFT, withIds(emptyFields));
    // What brought the customer here goes before an older draft; what is remembered of them only fills gaps.
    const { topic, question, transaction, ...person } = known;
    return {
      ...kept,
      ...filled(person, kept),
      ...(topic && { topic }),
      ...(transaction && { transaction }),
      ...(question && { question }),
    };
  });
  const [faults, setFaults] = useState<Faults>({});
  const [sending, setSending] = useState<Sending>('no');
  const [refusal, setRefusal] = useState<string | null>(null);
  const alive = useRef(true);
  useWhen([], () => () => {
    alive.current = false;
  });
  const [seen, setSeen] = useState<Seen | null>(null);
  useWhen([draft], () => saveDraft(DRAFT, draft, locale));
  useWhen([], () => void loadGuard());

  const change = (name: FieldName, value: string) => {
    // Other words are another message; the first may have arrived although its answer did not.
    setDraft((before) => ({
      ...before,
      [name]: value,
      ...(refusal !== null && { id: newId(), messageId: newId() }),
    }));
    setFaults(({ [name]: _mended, ...others }) => others);
    setSeen(null);
  };
  const send = async () => {
    const found = faultsIn(draft);
    setFaults(found);
    setRefusal(null);
    if (Object.keys(found).length > 0 || sending !== 'no') return;
    setSending('sending');
    const secrets = await examine(draft.question, locale);
    if (secrets === null) return start(draft, []);
    setSeen(secrets);
    setSending('no');
  };
  const sendAs = (question: string, notSecret: readonly MistakableKind[]) => {
    setSeen(null);
    setDraft((before) => ({ ...before, question }));
    return start({ ...draft, question }, notSecret);
  };
  const start = async (words: Draft, notSecret: readonly MistakableKind[]) => {
    setSending('sending');
    try {
      await startUntilAnswered(
        session,
        words,
        options,
        notSecret,
        () => alive.current,
        () => setSending('retrying'),
      );
      saveDraft(DRAFT, null, locale);
      onStarted(words.id);
    } catch (error) {
      const { fields = [], message = '' } = error instanceof RequestFailed ? error : {};
      setFaults(faultsFrom(fields));
      setRefusal(message);
      setSending('no');
    }
  };
  const edit = () => setSeen(null);
  return { fields: draft, faults, sending, refusal, seen, change, send, sendAs, edit };
}
