import { useQuery } from '@tanstack/react-query';
import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Locale } from '../../../../contract/locale.ts';
import type { WritingNeeds } from '../../../../contract/questions.ts';
import { get } from '../../api/client.ts';
import { Page } from '../../ui/page.tsx';
import { Empty, Failed, SkeletonRows } from '../../ui/state.tsx';
import { NewArticleDialog } from '../list/new-article-dialog.tsx';
import classes from './needs.module.css';
import { UnansweredGroup } from './unanswered-group.tsx';
import { UnhelpfulArticle } from './unhelpful-article.tsx';
import { needsKey, useSettle } from './use-settle.ts';

/** Questions an article is to be written for; `ids` of those that wait without an answer. */
interface Writing {
  readonly questions: readonly { readonly text: string; readonly locale: Locale }[];
  readonly ids: number[];
}

/** Whatever the languages of the questions, the article is begun in that of the first. */
function seedOf({ questions }: Writing) {
  const similar = [...new Set(questions.map(({ text }) => text))];
  return { locale: questions[0]?.locale ?? 'zh-CN', text: { title: similar[0] ?? '', similar } };
}

/** What customers looked for and did not find: what to write next. */
export function NeedsSection() {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: needsKey,
    queryFn: () => get<WritingNeeds>('/api/desk/writing-needs'),
    staleTime: 0,
  });
  const settle = useSettle();
  const [writing, setWriting] = useState<Writing | null>(null);
  const { days = 180, unanswered = [], articles = [] } = found.data ?? {};
  const none = unanswered.length === 0 && articles.length === 0;
  return (
    <Page wide title={t('articles.needs.title')} hint={t('articles.needs.hint', { days })}>
      {found.isPending && <SkeletonRows count={5} height={72} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.data && none && (
        <Empty icon={PenLine} title={t('articles.needs.empty')} hint={t('articles.needs.emptyHint')} />
      )}
      {unanswered.length > 0 && (
        <section className={classes.section}>
          <h2 className={classes.heading}>{t('articles.needs.unanswered')}</h2>
          <p className={classes.facts}>{t('articles.needs.unansweredHint')}</p>
          <ul className={classes.list}>
            {unanswered.map((group) => (
              <UnansweredGroup
                key={group.questions[0]?.id}
                group={group}
                write={() =>
                  setWriting({ questions: group.questions, ids: group.questions.map(({ id }) => id) })
                }
                putAway={(ids) => void settle.putAway(ids)}
                give={(ids, articleId) => void settle.give(ids, articleId)}
              />
            ))}
          </ul>
        </section>
      )}
      {articles.length > 0 && (
        <section className={classes.section}>
          <h2 className={classes.heading}>{t('articles.needs.unhelpful')}</h2>
          <p className={classes.facts}>{t('articles.needs.unhelpfulHint')}</p>
          <ul className={classes.list}>
            {articles.map((unhelpful) => (
              <UnhelpfulArticle
                key={unhelpful.article.id}
                unhelpful={unhelpful}
                write={(questions) => setWriting({ questions, ids: [] })}
              />
            ))}
          </ul>
        </section>
      )}
      {writing && (
        <NewArticleDialog
          seed={seedOf(writing)}
          hint={t('articles.needs.writeHint', { count: seedOf(writing).text.similar.length })}
          begun={async () => writing.ids.length > 0 && settle.written(writing.ids)}
          close={() => setWriting(null)}
        />
      )}
    </Page>
  );
}
