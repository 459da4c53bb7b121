import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../ui/now.ts';
import classes from './proof-card.module.css';
import { proofQuery } from './query.ts';

/** The code that the customer asked for: their screen shows the same, so that they know who they talk with. */
export function ProofCard({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data: proof, dataUpdatedAt } = useQuery(proofQuery(id));
  const now = useNow();
  const left = proof ? Math.ceil((dataUpdatedAt - now) / 1000 + proof.secondsLeft) : 0;
  return (
    <div role="status">
      {proof && left > 0 && (
        <p className={classes.card}>
          <ShieldCheck size={18} aria-hidden="true" />
          <span>{t('proof.asked')}</span>
          <strong className={classes.code} translate="no">
            {proof.code}
          </strong>
          <span className={classes.left} aria-hidden="true">
            {t('proof.left', { seconds: Math.min(left, proof.secondsLeft) })}
          </span>
        </p>
      )}
    </div>
  );
}
