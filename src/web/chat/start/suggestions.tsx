/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { FoundArticle } from '../../../contract/help.ts';
import { ArticleSheet } from '../help/article-sheet.tsx';
import type { ChatApi } from '../session/api.ts';
import { ForwardIcon } from '../ui/icons.tsx';
import { useWords } from '../words.ts';
import { useSuggestions } from './use-suggestions.ts';

interface SuggestionsProps {
  api: ChatApi;
  /** What the customer is writing. */
  text: string;
}

/** Articles beside the text, which may spare the wait. One that is opened lies over the form, and the form stays. */
export function Suggestions({ api, text }: SuggestionsProps) {
  const { t } = useWords();
  const found = useSuggestions(api, text);
  const [opened, setOpened] = useState<FoundArticle | null>(null);
  return (
    <div class="suggested">
      <p class="suggested-title" role="status">
        {found.length === 0 ? null : t('start.suggested', { count: found.length })}
      </p>
      {found.length === 0 ? null : (
        <ul>
          {found.map((article, i) => (
            <li key={article.id}>
              <button type="button" lang={article.locale} onClick={() => setOpened(article)}>
                <span>
                  <b>{article.title}</b>
                  {i === 0 ? <small>{article.sentence}</small> : null}
                </span>
                <ForwardIcon />
              </button>
            </li>
          ))}
        </ul>
      )}
      {opened === null ? null : <ArticleSheet api={api} article={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}
