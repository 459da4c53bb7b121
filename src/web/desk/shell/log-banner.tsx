import { useQuery } from '@tanstack/react-query';
import { ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LogCheck } from '../../../contract/log-check.ts';
import { get } from '../api/client.ts';
import { useMay } from '../session/me.ts';
import classes from './log-banner.module.css';

const LOOK_EVERY_MS = 300_000;
/** More cases than these are counted, not listed. */
const LISTED_MAX = 5;

/** Tells whoever reads the audit that records of conversations were altered in the database, and leads to them. */
export function LogBanner() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['log-check'],
    queryFn: () => get<LogCheck>('/api/desk/log-check'),
    enabled: useMay()('audit.read'),
    refetchInterval: LOOK_EVERY_MS,
    staleTime: 0,
  });
  const cases = new Map((data?.alterations ?? []).map((one) => [one.conversationId, one.caseNumber]));
  return (
    <div role="alert">
      {cases.size > 0 && (
        <div className={classes.banner}>
          <ShieldAlert className={classes.icon} size={20} aria-hidden="true" />
          <div>
            <p className={classes.what}>{t('logCheck.altered', { count: cases.size })}</p>
            <p>{t('logCheck.next')}</p>
            <ul className={classes.cases}>
              {[...cases].slice(0, LISTED_MAX).map(([id, caseNumber]) => (
                <li key={id}>
                  <Link href={`/inbox/all/${id}`}>{caseNumber || id}</Link>
                </li>
              ))}
              {cases.size > LISTED_MAX && <li>{t('logCheck.more', { count: cases.size - LISTED_MAX })}</li>}
            </ul>
          </div>
        </div>
      )}
    </div>
  );
}
