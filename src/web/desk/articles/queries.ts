import { useQuery } from '@tanstack/react-query';
import type { ArticleRows, ArticleRowsQuery, EditableArticle } from '../../../contract/editing.ts';
import { get, query } from '../api/client.ts';
import { currentLocale } from '../i18n.ts';

export const articlesPath = '/api/desk/articles';
export const articlePath = (id: string): string => `${articlesPath}/${id}`;
export const editorHref = (id: string): string => `/articles/edit/${id}`;

type Asked = Partial<Omit<ArticleRowsQuery, 'lang'>>;

/** Articles as rows, a page of them. */
export const fetchArticles = (asked: Asked, signal?: AbortSignal): Promise<ArticleRows> =>
  get<ArticleRows>(`${articlesPath}${query({ ...asked, lang: currentLocale() })}`, signal);

export const fetchArticle = (id: string): Promise<EditableArticle> => get<EditableArticle>(articlePath(id));

/** Who can keep an article. */
export function useOwners(): readonly { id: string; name: string }[] {
  const { data } = useQuery({
    queryKey: ['articles', 'owners'],
    queryFn: () => get<{ rows: { id: string; name: string }[] }>('/api/desk/content/owners'),
  });
  return data?.rows ?? [];
}
