import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Offer } from '../../../contract/queue.ts';
import { beep } from '../alerts/sound.ts';
import { useTopicName } from '../conversation/people.ts';
import { useMay } from '../session/me.ts';
import { useNow } from '../ui/now.ts';
import { offersQuery } from './queries.ts';
import classes from './queue-page.module.css';
import { useTake } from './use-take.ts';

/** One conversation this agent is asked to take, while the time for it runs. Heard once. */
function OfferCard({ offer: { conversation, until } }: { offer: Offer }) {
  const { t } = useTranslation();
  const topic = useTopicName()(conversation.topic);
  const take = useTake();
  const seconds = Math.ceil((Date.parse(until) - useNow()) / 1000);
  useEffect(() => beep('conversation'), []);
  if (seconds <= 0) return null;
  return (
    <section className={classes.offer} role="alert">
      <h2>{t('queue.offer', { name: conversation.customer.name || t('customer.unnamed') })}</h2>
      <p className={classes.detail}>
        {[conversation.priority === 'normal' ? '' : t(`priority.${conversation.priority}`), topic]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className={classes.detail}>{conversation.preview}</p>
      <div className={classes.accept}>
        <span aria-hidden="true">{t('queue.seconds', { seconds })}</span>
        <Button loading={take.isPending} onClick={() => take.mutate(conversation.id)}>
          {t('queue.accept')}
        </Button>
      </div>
    </section>
  );
}

/** What this agent is asked to take, above whatever they do. */
export function Offers() {
  const may = useMay();
  const { data } = useQuery({ ...offersQuery, enabled: may('conversation.claim') });
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <div className={classes.offers}>
      {data.rows.map((offer) => (
        <OfferCard key={offer.conversation.id} offer={offer} />
      ))}
    </div>
  );
}

/** Supervisors see on every page that somebody waits too long. */
export function UnattendedAlarm() {
  const { t } = useTranslation();
  const may = useMay();
  const { data } = useQuery({ ...offersQuery, enabled: may('conversation.claim') });
  if (!may('queue.manage') || data === undefined || data.unattended === 0) return null;
  return (
    <div className={classes.alarm} role="alert">
      <TriangleAlert size={16} aria-hidden="true" />
      {t('queue.alarm', { count: data.unattended })}
      <Link href="/queue">{t('queue.look')}</Link>
    </div>
  );
}
