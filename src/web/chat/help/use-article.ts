import { useState } from 'preact/hooks';
import type { Article } from '../../../contract/help.ts';
import type { ChatApi } from '../session/api.ts';
import { useWhen } from '../ui/use-when.ts';

interface Loaded {
  readonly article: Article | null;
  readonly failed: boolean;
  retry(): void;
}

/** An article, fetched when it is opened. */
export function useArticle(api: Pick<ChatApi, 'article'>, id: string): Loaded {
  const [article, setArticle] = useState<Article | null>(null);
  const [failed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    api.article(id).then(setArticle, () => setFailed(true));
  };
  useWhen([id], load);
  return { article, failed, retry: load };
}
