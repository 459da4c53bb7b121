import './styles.ts';
import { Lock } from 'lucide-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect } from 'wouter';
import { useMay } from '../session/me.ts';
import { useTitle } from '../shell/brand.ts';
import { Sectioned } from '../ui/sectioned.tsx';
import { Empty } from '../ui/state.tsx';
import { GlossarySection } from './glossary/glossary-section.tsx';
import { ListSection } from './list/list-section.tsx';
import { NeedsSection } from './needs/needs-section.tsx';
import { QuestionsSection } from './questions/questions-section.tsx';
import { type ArticleSection, articleSections } from './sections.ts';
import { TransferSection } from './transfer/transfer-section.tsx';

const views: Record<ArticleSection, ComponentType> = {
  list: ListSection,
  needs: NeedsSection,
  questions: QuestionsSection,
  glossary: GlossarySection,
  transfer: TransferSection,
};

/** Everything about articles but the writing of one: a part at a time. */
export function ArticlesPage({ section }: { section: string | null }) {
  const { t } = useTranslation();
  const allowed = articleSections(useMay());
  useTitle(t('articles.title'), 0);
  const [first] = allowed;
  if (first === undefined)
    return <Empty icon={Lock} title={t('state.forbidden')} hint={t('state.forbiddenHint')} />;
  const current = allowed.find((each) => each === section);
  if (current === undefined) return <Redirect to={`/articles/${first}`} replace />;
  const View = views[current];
  return (
    <Sectioned
      title={t('articles.title')}
      places={allowed.map((each) => ({
        href: `/articles/${each}`,
        label: t(`articles.${each}.title`),
        current: each === current,
      }))}
    >
      <View />
    </Sectioned>
  );
}
