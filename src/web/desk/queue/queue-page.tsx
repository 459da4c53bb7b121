import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Coffee } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { QueueRow, QueueView, WaitRange } from '../../../contract/queue.ts';
import { agentsQuery, teamsQuery, useTopicName } from '../conversation/people.ts';
import { clockText } from '../inbox/waiting.ts';
import { useTitle } from '../shell/brand.ts';
import { useNow } from '../ui/now.ts';
import { Page } from '../ui/page.tsx';
import { Empty, Failed, SkeletonRows } from '../ui/state.tsx';
import { queueQuery } from './queries.ts';
import classes from './queue-page.module.css';
import { useTake, useTakeNext } from './use-take.ts';

function Facts({ queue }: { queue: QueueView }) {
  const { t } = useTranslation();
  const score = queue.score === null ? '—' : `${Math.round(queue.score.inside * 100)} %`;
  const facts = [
    { name: t('queue.waiting'), value: queue.waiting },
    { name: t('queue.unattended'), value: queue.unattended, late: queue.unattended > 0 },
    { name: t('queue.agents'), value: `${queue.free} / ${queue.agents}` },
    { name: t('queue.score'), value: score },
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, value, late }) => (
        <div key={name} className={classes.fact} data-late={late || undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Wait({ row: { since, range, unattended } }: { row: QueueRow }) {
  const { t } = useTranslation();
  const still = (expected: WaitRange) => t('queue.still', { from: expected.from, to: expected.to });
  return (
    <span className={classes.wait} data-late={unattended || undefined}>
      {clockText(Math.max(0, useNow() - Date.parse(since)))}
      <span className={classes.range}>{range === null ? t('queue.unknown') : still(range)}</span>
    </span>
  );
}

/** Who, about what, with whom it lies, and whether somebody is asked already. */
function Row({ row, nth }: { row: QueueRow; nth: number }) {
  const { t } = useTranslation();
  const { conversation, teamId, offeredTo, front } = row;
  const topic = useTopicName()(conversation.topic);
  const team = useQuery(teamsQuery).data?.find(({ id }) => id === teamId)?.name;
  const asked = useQuery(agentsQuery).data?.find(({ id }) => id === offeredTo)?.name;
  const take = useTake();
  const name = conversation.customer.name || t('customer.unnamed');
  const where = [team ?? t('queue.anyTeam'), topic, t(`language.${conversation.locale}`)];
  return (
    <li className={classes.row}>
      <span className={classes.place}>{nth}</span>
      <div>
        <span className={classes.who}>
          <Link href={`/inbox/unassigned/${conversation.id}`} className={classes.name}>
            {name}
          </Link>
          {conversation.priority !== 'normal' && (
            <span className={classes.priority}>{t(`priority.${conversation.priority}`)}</span>
          )}
          {front && <span className={classes.priority}>{t('queue.cameBack')}</span>}
        </span>
        <p className={classes.detail}>{where.filter(Boolean).join(' · ')}</p>
        <p className={classes.detail}>
          {asked === undefined ? conversation.preview : t('queue.asked', { name: asked })}
        </p>
      </div>
      <Wait row={row} />
      <Button
        variant="default"
        size="xs"
        loading={take.isPending}
        onClick={() => take.mutate(conversation.id)}
      >
        {t('queue.take')}
      </Button>
    </li>
  );
}

/** Who waits, in the order of their turn, and who is there to help. */
export function QueuePage() {
  const { t } = useTranslation();
  const queue = useQuery(queueQuery);
  const next = useTakeNext();
  useTitle(t('queue.title'), 0);
  return (
    <Page
      wide
      title={t('queue.title')}
      hint={t('queue.hint')}
      actions={
        <Button loading={next.isPending} onClick={() => next.mutate()}>
          {t('queue.takeNext')}
        </Button>
      }
    >
      {queue.isPending && <SkeletonRows count={6} />}
      {queue.isError && !queue.data && <Failed error={queue.error} retry={() => void queue.refetch()} />}
      {queue.data && <Facts queue={queue.data} />}
      {queue.data?.rows.length === 0 && (
        <Empty icon={Coffee} title={t('queue.empty')} hint={t('queue.emptyHint')} />
      )}
      {queue.data && queue.data.rows.length > 0 && (
        <ol className={classes.rows} aria-label={t('queue.title')}>
          {queue.data.rows.map((row, index) => (
            <Row key={row.conversation.id} row={row} nth={index + 1} />
          ))}
        </ol>
      )}
    </Page>
  );
}
