import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ProposedEffect } from '../../../../contract/questions.ts';
import { get } from '../../api/client.ts';
import { currentLocale } from '../../i18n.ts';
import classes from './questions.module.css';

/** How many past questions find their article first: as it is, and once what waits is accepted. */
export function Effect() {
  const { t } = useTranslation();
  const { data, isPending } = useQuery({
    queryKey: ['questions', 'effect'],
    queryFn: () => get<ProposedEffect>('/api/desk/proposed-questions/effect'),
    staleTime: 60_000,
  });
  const share = new Intl.NumberFormat(currentLocale(), { style: 'percent' });
  if (isPending) return <p className={classes.effect}>{t('articles.questions.measuring')}</p>;
  const effect = data?.effect;
  if (!effect) return null;
  return (
    <div className={classes.effect}>
      <dl className={classes.shares}>
        <div>
          <dt>{t('articles.questions.before')}</dt>
          <dd>{share.format(effect.before)}</dd>
        </div>
        <div>
          <dt>{t('articles.questions.after')}</dt>
          <dd>{share.format(effect.after)}</dd>
        </div>
      </dl>
      <p>{t('articles.questions.measured', { count: effect.questions })}</p>
    </div>
  );
}
