import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { CannedReplies } from '../../../contract/canned.ts';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import type { ArticleList } from '../../../contract/help.ts';
import { get, query } from '../api/client.ts';
import { currentLocale } from '../i18n.ts';
import { useMe } from '../session/me.ts';
import { brandQuery } from '../shell/brand.ts';
import { articleLine } from './article-line.ts';
import type { Trigger } from './trigger.ts';

export interface Suggestion {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly preview: string;
  /** What is put in the text when it is taken. */
  readonly text: () => Promise<string>;
}

const SHOWN = 8;

const cannedQuery = {
  queryKey: ['canned'],
  queryFn: () => get<z.infer<typeof CannedReplies>>('/api/desk/canned-replies'),
};

function useCanned(summary: ConversationSummary, wanted: string | null): Suggestion[] {
  const me = useMe();
  const { data: brand } = useQuery(brandQuery);
  const { data } = useQuery({ ...cannedQuery, enabled: wanted !== null });
  if (wanted === null || data === undefined) return [];
  const other = summary.locale === 'en' ? 'zh-CN' : 'en';
  const values = {
    'customer.name': summary.customer.name,
    'agent.name': me.displayName,
    'agent.staffNumber': me.staffNumber,
    'conversation.caseNumber': summary.caseNumber,
    'brand.name': brand?.name[summary.locale] ?? '',
  };
  const score = (shortcut: string) => (shortcut.toLowerCase().startsWith(wanted) ? 0 : 1);
  return data.rows
    .map((reply) => ({
      ...reply,
      title: reply.titles[currentLocale()] || reply.titles['zh-CN'] || reply.titles.en,
      words: reply.texts[summary.locale] || reply.texts[other],
    }))
    .filter(({ shortcut, title, words }) => `${shortcut} ${title} ${words}`.toLowerCase().includes(wanted))
    .sort((a, b) => score(a.shortcut) - score(b.shortcut) || a.shortcut.localeCompare(b.shortcut))
    .slice(0, SHOWN)
    .map(({ id, shortcut, title, words }) => ({
      id,
      title,
      hint: `/${shortcut}`,
      preview: words,
      text: async () => {
        // The contract's filler comes with its schemas; only taking a reply pays for them.
        const { fillPlaceholders } = await import('../../../contract/canned.ts');
        return fillPlaceholders(words, values);
      },
    }));
}

function useArticles(summary: ConversationSummary, wanted: string | null): Suggestion[] {
  const { data } = useQuery({
    queryKey: ['articles', summary.locale, wanted],
    queryFn: ({ signal }) =>
      get<ArticleList>(
        `/api/help/articles${query({ q: wanted, lang: summary.locale, limit: SHOWN })}`,
        signal,
      ),
    enabled: wanted !== null,
    placeholderData: keepPreviousData,
  });
  if (wanted === null) return [];
  return (data?.rows ?? []).map((article) => ({
    id: article.id,
    title: article.title,
    hint: article.topic,
    preview: article.answer,
    text: async () => articleLine(article),
  }));
}

/** What can be put in at the trigger: canned replies in the customer's language, or help articles as links. */
export function useSuggestions(summary: ConversationSummary, trigger: Trigger | null): Suggestion[] {
  const wanted = trigger?.query.toLowerCase() ?? '';
  const canned = useCanned(summary, trigger?.sign === '/' ? wanted : null);
  const articles = useArticles(summary, trigger?.sign === '#' ? wanted : null);
  return trigger?.sign === '#' ? articles : canned;
}
