import '../styles.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ArticleSeed } from '../../../../contract/questions.ts';
import { get, query } from '../../api/client.ts';
import { NewArticleDialog } from '../list/new-article-dialog.tsx';

interface Props {
  conversationId: string;
  seq: number;
  close: () => void;
}

/** Begins an article from an agent's answer: the answer is its text, the customer's question a similar question. */
export function MakeArticleDialog({ conversationId, seq, close }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['article-seed', conversationId, seq],
    queryFn: () =>
      get<ArticleSeed>(`/api/desk/conversations/${conversationId}/article-seed${query({ seq })}`),
  });
  if (data === undefined) return null;
  const { question, body, locale, topic } = data;
  const similar = question === null ? [] : [question];
  return (
    <NewArticleDialog
      seed={{ locale, topic, text: { title: question ?? '', similar, body } }}
      hint={t('customer.article.makeHint')}
      close={close}
    />
  );
}
