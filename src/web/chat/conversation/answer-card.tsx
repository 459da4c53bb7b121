/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks';
import type { Verdict } from '../../../contract/events.ts';
import { ArticleSheet } from '../help/article-sheet.tsx';
import { useTerms } from '../help/use-terms.tsx';
import type { ChatApi } from '../session/api.ts';
import { ArticleIcon } from '../ui/icons.tsx';
import { useWhen } from '../ui/use-when.ts';
import { type ChatKey, useWords } from '../words.ts';
import type { AnswerRow } from './lay-out.ts';

interface AnswerCardProps {
  row: AnswerRow;
  api: ChatApi;
  c: string;
  /** Nobody of us has come yet and the conversation is open: the customer may still judge. */
  alone: boolean;
}

const choices: readonly [Verdict, ChatKey][] = [
  ['solved', 'answer.solved'],
  ['not-it', 'answer.notIt'],
  ['person', 'answer.person'],
];
const said: Record<Verdict, ChatKey> = {
  solved: 'answer.saidSolved',
  'not-it': 'answer.saidNotIt',
  person: 'answer.saidPerson',
};

/** Says the customer's word to the server; the log then shows it on every device. */
function useJudging(api: ChatApi, c: string) {
  const [sending, setSending] = useState<Verdict | null>(null);
  const [failed, setFailed] = useState(false);
  const judge = (verdict: Verdict) => {
    if (sending !== null) return;
    setSending(verdict);
    setFailed(false);
    api.judge(c, verdict).catch(() => {
      setSending(null);
      setFailed(true);
    });
  };
  return { sending, failed, judge };
}

function Choices({ api, c }: Pick<AnswerCardProps, 'api' | 'c'>) {
  const { t } = useWords();
  const { sending, failed, judge } = useJudging(api, c);
  return (
    <>
      <fieldset class="answer-choices">
        <legend>{t('answer.ask')}</legend>
        {choices.map(([verdict, label]) => (
          <button
            key={verdict}
            type="button"
            class="plain"
            aria-disabled={sending !== null}
            onClick={() => judge(verdict)}
          >
            {t(label)}
          </button>
        ))}
      </fieldset>
      {failed ? (
        <p class="fault" role="alert">
          {t('answer.failed')}
        </p>
      ) : null}
    </>
  );
}

/** What was said to it. Where the choice stood a moment ago, it takes the focus that the buttons had. */
function Said({ verdict, focused }: { verdict: Verdict; focused: boolean }) {
  const { t } = useWords();
  const place = useRef<HTMLParagraphElement>(null);
  useWhen([], () => {
    if (focused) place.current?.focus({ preventScroll: true });
  });
  return (
    <p class="answer-said" ref={place} tabIndex={-1}>
      {t(said[verdict])}
    </p>
  );
}

/** An answer that came by itself: said to be automatic, with the article it is from, and what the customer can say to it. */
export function AnswerCard({ row, api, c, alone }: AnswerCardProps) {
  const { t } = useWords();
  const [reading, setReading] = useState(false);
  const { article, sentence } = row.event.body;
  const { words, meaning } = useTerms(api, true);
  const mayJudge = row.verdict === null && alone;
  const asked = useRef(mayJudge);
  return (
    <section class="answer-card" aria-label={t('answer.label')}>
      <p class="answer-label">
        <ArticleIcon />
        {t('answer.label')}
      </p>
      <p class="answer-sentence" lang={article.locale}>
        {words(sentence)}
      </p>
      {meaning}
      <button
        type="button"
        class="quiet answer-source"
        lang={article.locale}
        onClick={() => setReading(true)}
      >
        {t('answer.source', { title: article.title })}
      </button>
      {mayJudge ? <Choices api={api} c={c} /> : null}
      {row.verdict === null ? null : <Said verdict={row.verdict} focused={asked.current} />}
      {reading ? <ArticleSheet api={api} article={article} onClose={() => setReading(false)} /> : null}
    </section>
  );
}
