import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, MessageCircleQuestion } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type {
  Decided,
  DecideProposed,
  ProposedForArticle,
  ProposedQuestions,
} from '../../../../contract/questions.ts';
import { get, post } from '../../api/client.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Page } from '../../ui/page.tsx';
import { Empty, Failed, SkeletonRows, useFailureText } from '../../ui/state.tsx';
import { say, sayFailed } from '../../ui/toast.tsx';
import { editorHref } from '../queries.ts';
import { Effect } from './effect.tsx';
import { QuestionGroup } from './question-group.tsx';
import classes from './questions.module.css';

const path = '/api/desk/proposed-questions';
const queryKey = ['questions', 'proposed'];

/** What is left of a list once these were decided on. */
function without({ rows, waiting }: ProposedQuestions, ids: readonly number[]): ProposedQuestions {
  const keep = (row: ProposedForArticle): ProposedForArticle => ({
    ...row,
    groups: row.groups
      .map((group) => group.filter(({ id }) => !ids.includes(id)))
      .filter((group) => group.length > 0),
  });
  return { rows: rows.map(keep).filter(({ groups }) => groups.length > 0), waiting: waiting - ids.length };
}

/** Decides at once on the screen, then on the server; what failed is shown again. */
function useDecide() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const failure = useFailureText();
  return async function decide(ids: number[], decision: DecideProposed['decision']): Promise<void> {
    client.setQueryData<ProposedQuestions>(queryKey, (shown) => shown && without(shown, ids));
    try {
      const { drafted } = await post<Decided>(`${path}/decisions`, { ids, decision });
      if (decision === 'refused')
        say(t('articles.questions.refused', { count: ids.length }), () => void decide(ids, 'waiting'));
      else if (decision === 'waiting') say(t('common.undone'));
      else
        say(
          t(drafted.length === 0 ? 'articles.questions.accepted' : 'articles.questions.drafted', {
            count: ids.length,
          }),
        );
      if (decision !== 'waiting') return;
    } catch (error) {
      sayFailed(failure(error));
    }
    await client.invalidateQueries({ queryKey });
  };
}

/** Customers' questions that may become similar questions of the articles that answered them, decided on by keys. */
export function QuestionsSection() {
  const { t } = useTranslation();
  const found = useQuery({ queryKey, queryFn: () => get<ProposedQuestions>(path), staleTime: 0 });
  const decide = useDecide();
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const rows = found.data?.rows ?? [];
  const groups = rows.flatMap((row) => row.groups);
  const at = Math.min(chosen, groups.length - 1);
  const idsAt = (place: number) => groups[place]?.map(({ id }) => id) ?? [];
  const decideHere = (decision: DecideProposed['decision']) => {
    const ids = idsAt(at);
    if (ids.length > 0) void decide(ids, decision);
  };
  useShortcuts({
    j: () => setChosen(Math.min(at + 1, groups.length - 1)),
    k: () => setChosen(Math.max(at - 1, 0)),
    a: () => decideHere('accepted'),
    x: () => decideHere('refused'),
  });
  useEffect(() => {
    list.current?.querySelector(`[data-place="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <Page wide title={t('articles.questions.title')} hint={t('articles.questions.hint')}>
      {found.isPending && <SkeletonRows count={5} height={72} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.data && groups.length === 0 && (
        <Empty
          icon={MessageCircleQuestion}
          title={t('articles.questions.empty')}
          hint={t('articles.questions.emptyHint')}
        />
      )}
      {groups.length > 0 && (
        <>
          <Effect />
          <p className={classes.keys}>{t('articles.questions.keys')}</p>
          <div ref={list}>
            {rows.map((row) => {
              const first = groups.indexOf(row.groups[0] as (typeof groups)[number]);
              const all = row.groups.flat().map(({ id }) => id);
              return (
                <section key={row.article.id} className={classes.article}>
                  <header className={classes.header}>
                    <h2 className={classes.title}>
                      <Link href={editorHref(row.article.id)}>{row.article.title}</Link>
                    </h2>
                    <Button
                      size="compact-sm"
                      variant="default"
                      leftSection={<Check size={14} />}
                      onClick={() => void decide(all, 'accepted')}
                    >
                      {t('articles.questions.acceptAll', { count: all.length })}
                    </Button>
                  </header>
                  {row.groups.map((group, i) => (
                    <QuestionGroup
                      key={group[0]?.id}
                      questions={group}
                      place={first + i}
                      chosen={first + i === at}
                      choose={() => setChosen(first + i)}
                      decide={(ids, decision) => void decide(ids, decision)}
                    />
                  ))}
                </section>
              );
            })}
          </div>
        </>
      )}
    </Page>
  );
}
