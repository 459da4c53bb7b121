import { Archive, CalendarClock, CircleCheck, Eye, type LucideIcon, PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleStage } from '../../../contract/editing.ts';
import classes from './stage-mark.module.css';

const icons: Record<ArticleStage, LucideIcon> = {
  draft: PencilLine,
  review: Eye,
  scheduled: CalendarClock,
  published: CircleCheck,
  archived: Archive,
};

/** Where an article is. A draft that customers can read in an older text says so. */
export function StageMark({ stage, live }: { stage: ArticleStage; live: boolean }) {
  const { t } = useTranslation();
  const Icon = icons[stage];
  return (
    <span className={classes.mark} data-stage={stage}>
      <Icon size={12} aria-hidden="true" />
      {stage === 'draft' && live ? t('articles.changedSince') : t(`articles.stage.${stage}`)}
    </span>
  );
}
