import '../styles.ts';
import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/me.ts';
import { useTitle } from '../../shell/brand.ts';
import { Empty, Failed, SkeletonRows } from '../../ui/state.tsx';
import { fetchArticle } from '../queries.ts';
import { Editor } from './editor.tsx';

/** Where one article is written. */
export function EditorPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const may = useMay();
  useTitle(t('articles.title'), 0);
  // Read anew with every visit: what is shown must be what a save is based on.
  const article = useQuery({
    queryKey: ['article', id],
    queryFn: () => fetchArticle(id),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: may('article.edit'),
  });
  if (!may('article.edit'))
    return <Empty icon={Lock} title={t('state.forbidden')} hint={t('state.forbiddenHint')} />;
  if (article.isPending) return <SkeletonRows />;
  if (article.isError) return <Failed error={article.error} retry={() => void article.refetch()} />;
  return <Editor article={article.data} />;
}
