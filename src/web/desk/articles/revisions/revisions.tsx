import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Revision, RevisionContent } from '../../../../contract/editing.ts';
import { get } from '../../api/client.ts';
import { currentLocale } from '../../i18n.ts';
import { Failed, SkeletonRows } from '../../ui/state.tsx';
import { dateTime } from '../../ui/time.ts';
import type { ArticleKeeper, Kept } from '../editor/article-keeper.ts';
import { contentOf } from '../editor/form.ts';
import { useStep } from '../editor/steps.ts';
import { articlePath } from '../queries.ts';
import { Comparison } from './comparison.tsx';
import classes from './revisions.module.css';

interface Props {
  keeper: ArticleKeeper;
  kept: Kept;
}

function useRevisionLine(): (revision: Revision) => string {
  const { t } = useTranslation();
  return ({ at, by }) => `${dateTime(at, currentLocale())} · ${by?.name ?? t('articles.revisions.centre')}`;
}

/** One text that was kept, beside what is on the table now; going back to it loses nothing. */
function OneRevision({ keeper, kept, number, close }: Props & { number: number; close: () => void }) {
  const { t } = useTranslation();
  const take = useStep(keeper);
  const lineOf = useRevisionLine();
  const { id, archived } = kept.article;
  const revision = useQuery({
    queryKey: ['articles', id, 'revision', number],
    queryFn: () => get<RevisionContent>(`${articlePath(id)}/revisions/${number}`),
  });
  const restore = async () => {
    const done = t('articles.revisions.restored', { number });
    if (await take({ method: 'post', path: 'restore', body: { revision: number }, done })) close();
  };
  return (
    <div className={classes.one}>
      <div className={classes.head}>
        <Button size="compact-sm" variant="subtle" leftSection={<ArrowLeft size={14} />} onClick={close}>
          {t('articles.revisions.all')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={archived !== null}
          onClick={() => void restore()}
        >
          {t('articles.revisions.restore')}
        </Button>
      </div>
      {revision.isPending && <SkeletonRows count={3} />}
      {revision.isError && <Failed error={revision.error} retry={() => void revision.refetch()} />}
      {revision.data && (
        <>
          <p className={classes.hint}>
            {t('articles.revisions.compared', { number })} {lineOf(revision.data)}
          </p>
          <Comparison before={revision.data.content} after={contentOf(kept.form)} />
        </>
      )}
    </div>
  );
}

/** Every text that was kept, newest first; one is compared with what is on the table. */
export function Revisions({ keeper, kept }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<number | null>(null);
  const lineOf = useRevisionLine();
  const { id } = kept.article;
  const revisions = useQuery({
    queryKey: ['articles', id, 'revisions'],
    queryFn: () => get<{ rows: Revision[] }>(`${articlePath(id)}/revisions`),
    staleTime: 0,
  });
  if (open !== null)
    return <OneRevision keeper={keeper} kept={kept} number={open} close={() => setOpen(null)} />;
  if (revisions.isPending) return <SkeletonRows count={4} />;
  if (revisions.isError) return <Failed error={revisions.error} retry={() => void revisions.refetch()} />;
  return (
    <ol className={classes.list}>
      {revisions.data.rows.map((revision) => (
        <li key={revision.number}>
          <button type="button" className={classes.row} onClick={() => setOpen(revision.number)}>
            <span className={classes.why}>
              {revision.number}. {t(`articles.why.${revision.why}`, { note: revision.note })}
              {revision.live && <span className={classes.live}>{t('articles.revisions.live')}</span>}
            </span>
            <span className={classes.when}>{lineOf(revision)}</span>
            {revision.note && revision.why !== 'restored' && (
              <span className={classes.note}>{revision.note}</span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}
