import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CustomerHit, MessageHit, SearchPage } from '../../../contract/search.ts';
import { currentLocale } from '../i18n.ts';
import { useNow } from '../ui/now.ts';
import { Person } from '../ui/person.tsx';
import { fullTime, shortTime } from '../ui/time.ts';
import { Marked } from './marked.tsx';
import classes from './results.module.css';

function Message({ hit, words }: { hit: MessageHit; words: readonly string[] }) {
  const { t } = useTranslation();
  const now = useNow(60);
  const locale = currentLocale();
  return (
    <li>
      <Link className={classes.hit} href={`/inbox/all/${hit.conversationId}?seq=${hit.seq}`}>
        <span className={classes.head}>
          <span className={classes.name}>{hit.customer.name || t('customer.unnamed')}</span>
          <span>{hit.caseNumber}</span>
          {hit.note && <span className={classes.note}>{t('timeline.note')}</span>}
          <time className={classes.time} dateTime={hit.at} title={fullTime(hit.at, locale)}>
            {shortTime(hit.at, locale, now)}
          </time>
        </span>
        <span className={classes.snippet}>
          {hit.by === 'agent' && <span className={classes.by}>{t('inbox.byUs')}</span>}
          <Marked text={hit.snippet} words={words} />
        </span>
      </Link>
    </li>
  );
}

function Customer({ hit, words }: { hit: CustomerHit; words: readonly string[] }) {
  const { t } = useTranslation();
  const details = [hit.email, hit.phone, hit.account].filter(Boolean).join(' · ');
  const inside = (
    <>
      <Person name={hit.name} />
      <span className={classes.words}>
        <span className={classes.name}>
          <Marked text={hit.name || t('customer.unnamed')} words={words} />
        </span>
        <span className={classes.snippet}>
          <Marked text={details} words={words} />
        </span>
      </span>
      <span className={classes.time}>{t('search.conversations', { count: hit.conversations })}</span>
    </>
  );
  return (
    <li>
      {hit.latestConversationId ? (
        <Link className={classes.customer} href={`/inbox/all/${hit.latestConversationId}`}>
          {inside}
        </Link>
      ) : (
        <span className={classes.customer}>{inside}</span>
      )}
    </li>
  );
}

interface Props {
  pages: readonly SearchPage[];
  /** Fetches the next page; null on the last. */
  more: (() => void) | null;
  busy: boolean;
}

/** What was found: customers first, then the lines that hold the words, newest first. */
export function Results({ pages, more, busy }: Props) {
  const { t } = useTranslation();
  const words = pages[0]?.words ?? [];
  const customers = pages[0]?.customers ?? [];
  const messages = pages.flatMap((page) => page.messages);
  return (
    <>
      {customers.length > 0 && (
        <section>
          <h2 className={classes.heading}>{t('search.customers')}</h2>
          <ul className={classes.list}>
            {customers.map((hit) => (
              <Customer key={hit.id} hit={hit} words={words} />
            ))}
          </ul>
        </section>
      )}
      {messages.length > 0 && (
        <section>
          <h2 className={classes.heading}>{t('search.messages')}</h2>
          <ul className={classes.list}>
            {messages.map((hit) => (
              <Message key={`${hit.conversationId} ${hit.seq}`} hit={hit} words={words} />
            ))}
          </ul>
          {more && (
            <Button variant="default" loading={busy} onClick={more}>
              {t('search.more')}
            </Button>
          )}
        </section>
      )}
    </>
  );
}
