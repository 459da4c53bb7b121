import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LogCheck } from '../../../contract/log-check.ts';
import { get } from '../api/client.ts';
import { useMay } from '../session/me.ts';
import classes from './log-banner.module.css';

const LOOK_EVERY_MS = 300_000;

/** Tells whoever reads the audit that records of conversations were altered in the database, and which. */
export function LogBanner() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['log-check'],
    queryFn: () => get<LogCheck>('/api/desk/log-check'),
    enabled: useMay()('audit.read'),
    refetchInterval: LOOK_EVERY_MS,
    staleTime: 0,
  });
  const cases = [
    ...new Set(
      (data?.alterations ?? []).map(({ caseNumber, conversationId }) => caseNumber || conversationId),
    ),
  ];
  return (
    <div role="alert">
      {cases.length > 0 && (
        <p className={classes.banner}>
          {t('logCheck.altered', { count: cases.length, cases: cases.slice(0, 5).join(', ') })}
        </p>
      )}
    </div>
  );
}
