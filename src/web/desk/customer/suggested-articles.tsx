import { ActionIcon, Tooltip } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CornerDownLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import type { Answers } from '../../../contract/help.ts';
import type { ConversationState } from '../../shared/conversation/state.ts';
import { get, query } from '../api/client.ts';
import { articleLine } from '../composer/article-line.ts';
import classes from './customer-panel.module.css';
import { lastAsked } from './last-asked.ts';

const SHOWN = 3;
/** Below this confidence the articles have nothing to do with what was asked. */
const NEAR = 0.12;

interface Props {
  summary: ConversationSummary;
  state: ConversationState | undefined;
  insert: (words: string) => void;
}

/** Articles that answer what the customer wrote last, in their language; one press puts one into the reply. */
export function SuggestedArticles({ summary, state, insert }: Props) {
  const { t } = useTranslation();
  const q = lastAsked(state?.events ?? []);
  const { data } = useQuery({
    queryKey: ['articles', 'suggested', summary.locale, q],
    queryFn: ({ signal }) =>
      get<Answers>(`/api/help/answers${query({ q, lang: summary.locale, limit: SHOWN })}`, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  if (data === undefined || q === '') return null;
  const near = data.confidence >= NEAR ? data.rows : [];
  return (
    <>
      <h2 className={classes.heading}>{t('customer.article.suggested')}</h2>
      {near.length === 0 && <p className={classes.none}>{t('customer.article.none')}</p>}
      <ul className={classes.suggested}>
        {near.map((article) => (
          <li key={article.id}>
            <a
              href={`/help/${article.topic}/${article.id}${query({ lang: article.locale })}`}
              target="_blank"
              rel="noopener"
              title={article.sentence}
            >
              {article.title}
            </a>
            <Tooltip label={t('customer.article.insert', { title: article.title })}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('customer.article.insert', { title: article.title })}
                onClick={() => insert(articleLine(article))}
              >
                <CornerDownLeft size={16} />
              </ActionIcon>
            </Tooltip>
          </li>
        ))}
      </ul>
    </>
  );
}
