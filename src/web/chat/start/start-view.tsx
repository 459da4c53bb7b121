/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks';
import type { MyDetails } from '../../../contract/customers.ts';
import { MESSAGE_MAX } from '../../../contract/limits.ts';
import { GuardWarning } from '../composer/guard-warning.tsx';
import { PausePanel } from '../composer/pause-panel.tsx';
import { usePause } from '../composer/use-pause.ts';
import type { ChatSession } from '../session/session.ts';
import { useStore } from '../session/store.ts';
import type { ChatOptions } from '../settings.ts';
import { BackIcon } from '../ui/icons.tsx';
import { useWhen } from '../ui/use-when.ts';
import { useWords } from '../words.ts';
import { ChoiceField, LongField, TextField } from './field.tsx';
import type { Fields } from './fields.ts';
import { Presence } from './presence.tsx';
import { Suggestions } from './suggestions.tsx';
import { useStart } from './use-start.ts';

interface StartViewProps {
  session: ChatSession;
  options: ChatOptions;
  onStarted(c: string): void;
  onBack(): void;
}

/** What is known of the customer already; nobody types it twice. */
const knownOf = (me: MyDetails | null, { start }: ChatOptions): Partial<Fields> => ({
  name: me?.name ?? '',
  contact: me?.email ?? me?.phone ?? '',
  account: me?.account ?? '',
  topic: start?.topic ?? '',
  transaction: start?.transaction ?? '',
  question: start?.question ?? '',
});

function useTopics(session: ChatSession, given: ChatOptions['topics']) {
  const [topics, setTopics] = useState(given ?? []);
  useWhen([], () => {
    if (topics.length === 0) session.api.topics().then(setTopics, () => undefined);
  });
  return topics;
}

type Form = ReturnType<typeof useStart>;
const bind = ({ fields, faults, change }: Form, name: keyof Fields) => ({
  name,
  value: fields[name],
  fault: faults[name],
  onChange: change,
});

function Identity({ form, me }: { form: Form; me: MyDetails | null }) {
  const { t } = useWords();
  const { name, contact } = form.fields;
  const [changing, setChanging] = useState(me === null || name === '' || contact === '');
  if (!changing && form.faults.name === undefined && form.faults.contact === undefined)
    return (
      <p class="known-as">
        {t('start.as', { name, contact })}
        <button type="button" class="quiet" onClick={() => setChanging(true)}>
          {t('start.change')}
        </button>
      </p>
    );
  return (
    <>
      <TextField {...bind(form, 'name')} label="start.name" attributes={{ autoComplete: 'name' }} />
      <TextField
        {...bind(form, 'contact')}
        label="start.contact"
        hint="start.contactHint"
        attributes={{ autoComplete: 'email', inputMode: 'email', spellcheck: false }}
      />
    </>
  );
}

function Extras({ form }: { form: Form }) {
  const { t } = useWords();
  const { account, transaction } = form.fields;
  const [open, setOpen] = useState(account !== '' || transaction !== '');
  const shown = open || form.faults.account !== undefined || form.faults.transaction !== undefined;
  return (
    <>
      <button type="button" class="quiet extras" aria-expanded={shown} onClick={() => setOpen(!shown)}>
        {shown ? t('start.less') : t('start.more')}
      </button>
      {shown ? (
        <>
          <TextField
            {...bind(form, 'transaction')}
            label="start.transaction"
            hint="start.transactionHint"
            optional
            attributes={{ autoComplete: 'off', spellcheck: false }}
          />
          <TextField
            {...bind(form, 'account')}
            label="start.account"
            hint="start.accountHint"
            optional
            attributes={{ autoComplete: 'username', spellcheck: false }}
          />
        </>
      ) : null}
    </>
  );
}

function Outcome({ form }: { form: Form }) {
  const { t } = useWords();
  const { refusal, sending, faults } = form;
  const marked = Object.keys(faults).length > 0;
  return (
    <div class="outcome" role="status">
      {sending === 'retrying' ? <p>{t('start.retrying')}</p> : null}
      {refusal !== null && !marked ? <p class="fault">{t('start.failed', { reason: refusal })}</p> : null}
      {marked ? <p class="fault">{t('start.fix')}</p> : null}
    </div>
  );
}

/** The form before a chat: what an agent needs, and not a field more. */
export function StartView({ session, options, onStarted, onBack }: StartViewProps) {
  const { t } = useWords();
  const me = useStore(session.store, (state) => state.me);
  const many = useStore(session.store, (state) => state.rows.length > 0);
  const topics = useTopics(session, options.topics);
  const form = useStart(session, knownOf(me, options), options, onStarted);
  const view = useRef<HTMLFormElement>(null);
  useWhen([], () => view.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true }));
  useWhen([Object.keys(form.faults).length > 0], () =>
    view.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
  );
  const pause = usePause(form.fields.question);
  const submit = (event: Event) => {
    event.preventDefault();
    // In an emergency nobody is asked about their tone.
    if (options.start?.urgent || !pause.holds()) void form.send();
  };
  const toQuestion = () => view.current?.querySelector('textarea')?.focus();
  return (
    <form class="start" ref={view} onSubmit={submit} noValidate>
      {many ? (
        <button type="button" class="quiet back" onClick={onBack}>
          <BackIcon />
          {t('start.back')}
        </button>
      ) : null}
      <h2 tabIndex={-1}>{t('start.title')}</h2>
      <Presence chat={options.availability?.chat} />
      <p class="lead">{t('start.lead')}</p>
      <LongField
        {...bind(form, 'question')}
        label="start.question"
        hint="start.questionHint"
        faultValues={{ max: MESSAGE_MAX }}
      />
      <Suggestions api={session.api} text={form.fields.question} />
      <ChoiceField
        {...bind(form, 'topic')}
        label="start.topic"
        choices={topics}
        none="start.topicNone"
        optional
      />
      <Identity form={form} me={me} />
      <Extras form={form} />
      {form.seen === null ? null : (
        <GuardWarning
          seen={form.seen}
          onSend={(question, notSecret) => void form.sendAs(question, notSecret)}
          onEdit={() => {
            form.edit();
            toQuestion();
          }}
        />
      )}
      {pause.held ? (
        <PausePanel
          pause={pause}
          text={form.fields.question}
          onWords={(words) => {
            form.change('question', words);
            toQuestion();
          }}
          onSend={() => void form.send()}
          onEdit={toQuestion}
        />
      ) : null}
      <Outcome form={form} />
      <button type="submit" class="primary" aria-disabled={form.sending !== 'no'}>
        {form.sending === 'no' ? t('start.send') : t('start.sending')}
      </button>
    </form>
  );
}
