import { useCallback } from 'react';
import { useSearchParams } from 'wouter';
import { articleStages } from '../../../../contract/article-stages.ts';
import type { ArticleRowsQuery } from '../../../../contract/editing.ts';

/** Which languages an article is written in, or not, as one choice. */
export const languageChoices = ['zh-CN', 'en', 'no-zh-CN', 'no-en'] as const;
type LanguageChoice = (typeof languageChoices)[number];

/** Why an article may need somebody. */
export const attentionChoices = ['review', 'links'] as const;

/** What the list is filtered by; the address holds it, so that a list can be shared and comes back. */
export interface Filters {
  readonly q: string;
  readonly stage: string | null;
  readonly topic: string | null;
  readonly language: string | null;
  readonly attention: string | null;
}

/** The part of the question to the server that a choice of language means. */
function languageAsked(choice: string | null): Pick<Partial<ArticleRowsQuery>, 'written' | 'missing'> {
  const asked: Record<LanguageChoice, Pick<Partial<ArticleRowsQuery>, 'written' | 'missing'>> = {
    'zh-CN': { written: 'zh-CN' },
    en: { written: 'en' },
    'no-zh-CN': { missing: 'zh-CN' },
    'no-en': { missing: 'en' },
  };
  return asked[choice as LanguageChoice] ?? {};
}

/** Filters as the server is asked them. What an old address holds and we do not know is left out. */
export function askedBy({ q, stage, topic, language, attention }: Filters): Partial<ArticleRowsQuery> {
  const known = articleStages.find((each) => each === stage);
  return {
    ...(q === '' ? {} : { q }),
    ...(known === undefined ? {} : { stage: known }),
    ...(topic === null ? {} : { topic }),
    ...languageAsked(language),
    ...(attention === 'review' ? { review: 'due' as const } : {}),
    ...(attention === 'links' ? { links: 'broken' as const } : {}),
  };
}

export function useFilters(): [Filters, (change: Partial<Filters>) => void] {
  const [params, setParams] = useSearchParams();
  const filters: Filters = {
    q: params.get('q') ?? '',
    stage: params.get('stage'),
    topic: params.get('topic'),
    language: params.get('language'),
    attention: params.get('attention'),
  };
  const change = useCallback(
    (part: Partial<Filters>) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          for (const [name, value] of Object.entries(part)) {
            if (value === null || value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [filters, change];
}
