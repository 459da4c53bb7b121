import { useEffect, useState, useSyncExternalStore } from 'react';
import type { EditableArticle } from '../../../../contract/editing.ts';
import { put } from '../../api/client.ts';
import { useMe } from '../../session/me.ts';
import { articlePath, fetchArticle } from '../queries.ts';
import { ArticleKeeper, type Kept } from './article-keeper.ts';

/** A keeper that reaches the article by the id it has now: it may get another one while it is open. */
function openKeeper(who: string, article: EditableArticle): ArticleKeeper {
  const keeper: ArticleKeeper = new ArticleKeeper(who, article, {
    save: (version, content) =>
      put<EditableArticle>(`${articlePath(keeper.kept.article.id)}/draft`, { version, content }),
    read: () => fetchArticle(keeper.kept.article.id),
  });
  return keeper;
}

/** Keeps the words of the signed-in editor on this article for as long as it is on the screen. */
export function useKeeper(article: EditableArticle): [ArticleKeeper, Kept] {
  const me = useMe();
  const [keeper] = useState(() => openKeeper(me.id, article));
  const kept = useSyncExternalStore(keeper.subscribe, () => keeper.kept);
  useEffect(() => {
    const leave = () => keeper.leave();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [keeper]);
  return [keeper, kept];
}
