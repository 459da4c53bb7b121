import { useQuery } from '@tanstack/react-query';
import { BadgeCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import type { CustomerPanel as Customer } from '../../../contract/customers.ts';
import type { ConversationState } from '../../shared/conversation/state.ts';
import { get } from '../api/client.ts';
import { useTopicName } from '../conversation/people.ts';
import type { Acts } from '../conversation/use-acts.ts';
import { currentLocale } from '../i18n.ts';
import { useNow } from '../ui/now.ts';
import { Person } from '../ui/person.tsx';
import { Failed, SkeletonRows } from '../ui/state.tsx';
import { dateText, shortTime } from '../ui/time.ts';
import { CopyText } from './copy-text.tsx';
import classes from './customer-panel.module.css';
import { SuggestedArticles } from './suggested-articles.tsx';
import { TagsEditor } from './tags-editor.tsx';
import { useStarted } from './use-started.ts';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const or = (value: string | null | undefined) =>
  value ? <CopyText text={value} /> : <span className={classes.none}>—</span>;

function Identity({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  return (
    <dl className={classes.facts}>
      <Fact name={t('customer.email')}>
        {or(customer.email)}
        {customer.email && (
          <span className={classes.verified} data-yes={customer.emailVerified || undefined}>
            {customer.emailVerified && <BadgeCheck size={14} aria-hidden="true" />}
            {t(customer.emailVerified ? 'customer.verified' : 'customer.unverified')}
          </span>
        )}
      </Fact>
      <Fact name={t('customer.phone')}>{or(customer.phone)}</Fact>
      <Fact name={t('customer.account')}>{or(customer.account)}</Fact>
      <Fact name={t('customer.language')}>{t(`language.${customer.locale}`)}</Fact>
      <Fact name={t('customer.since')}>{dateText(customer.createdAt, currentLocale())}</Fact>
    </dl>
  );
}

function Earlier({
  rows,
  current,
  viewName,
}: {
  rows: readonly ConversationSummary[];
  current: string;
  viewName: string;
}) {
  const { t } = useTranslation();
  const topic = useTopicName();
  const now = useNow(60);
  const others = rows.filter(({ id }) => id !== current);
  if (others.length === 0) return <p className={classes.none}>{t('customer.noEarlier')}</p>;
  return (
    <ul className={classes.earlier}>
      {others.map((row) => (
        <li key={row.id}>
          <Link href={`/inbox/${viewName}/${row.id}`} className={classes.case}>
            <span className={classes.preview}>{row.preview || row.caseNumber}</span>
            <span className={classes.detail}>
              {[topic(row.topic), t(`status.${row.status}`), shortTime(row.activityAt, currentLocale(), now)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  summary: ConversationSummary;
  state: ConversationState | undefined;
  acts: Acts;
  viewName: string;
  /** Types words into the reply. */
  insert: (words: string) => void;
}

/** Who this is and what happened before. */
export function CustomerPanel({ summary, state, acts, viewName, insert }: Props) {
  const { t } = useTranslation();
  const topic = useTopicName()(summary.topic);
  const { id } = summary.customer;
  const customer = useQuery({
    queryKey: ['customer', id],
    queryFn: () => get<Customer>(`/api/desk/customers/${id}`),
  });
  const started = useStarted(summary.id, state);
  return (
    <section className={classes.panel} aria-label={t('customer.title')}>
      <div className={classes.who}>
        <Person name={summary.customer.name} size="large" />
        <div>
          <p className={classes.name}>{summary.customer.name || t('customer.unnamed')}</p>
          {customer.data && (
            <span className={classes.verified} data-yes={customer.data.verified || undefined}>
              {customer.data.verified && <BadgeCheck size={14} aria-hidden="true" />}
              {t(customer.data.verified ? 'customer.bySite' : 'customer.byThemselves')}
            </span>
          )}
        </div>
      </div>
      {customer.isPending && <SkeletonRows count={3} height={48} />}
      {customer.isError && <Failed error={customer.error} retry={() => void customer.refetch()} />}
      {customer.data && <Identity customer={customer.data} />}
      {summary.status === 'open' && <SuggestedArticles {...{ summary, state, insert }} />}
      <h2 className={classes.heading}>{t('customer.case')}</h2>
      <dl className={classes.facts}>
        <Fact name={t('customer.caseNumber')}>{or(summary.caseNumber)}</Fact>
        <Fact name={t('customer.topic')}>{topic ?? '—'}</Fact>
        <Fact name={t('customer.transaction')}>{or(started?.transaction)}</Fact>
        {started?.account && started.account !== customer.data?.account && (
          <Fact name={t('customer.givenAccount')}>{or(started.account)}</Fact>
        )}
        <Fact name={t('customer.channel')}>{t(`channel.${summary.channel}`)}</Fact>
        <Fact name={t('customer.agent')}>
          {summary.agent ? `${summary.agent.name} · ${summary.agent.staffNumber}` : t('customer.nobody')}
        </Fact>
      </dl>
      <h2 className={classes.heading}>{t('tags.title')}</h2>
      <TagsEditor tags={summary.tags} change={acts.setTags} open={summary.status === 'open'} />
      <h2 className={classes.heading}>{t('customer.earlier')}</h2>
      {customer.data && <Earlier rows={customer.data.earlier} current={summary.id} viewName={viewName} />}
    </section>
  );
}
