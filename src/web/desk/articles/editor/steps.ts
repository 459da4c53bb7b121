import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EditableArticle } from '../../../../contract/editing.ts';
import { del, post, put, RequestFailed } from '../../api/client.ts';
import { navigateTo } from '../../shell/navigate.ts';
import { useFailureText } from '../../ui/state.tsx';
import { say, sayFailed } from '../../ui/toast.tsx';
import { articlePath, editorHref } from '../queries.ts';
import type { ArticleKeeper } from './article-keeper.ts';

const calls = { put, post, del } as const;

export interface Step {
  readonly method: keyof typeof calls;
  readonly path: string;
  readonly body?: Record<string, unknown>;
  /** Said when it was done. */
  readonly done: string;
}

/**
 * Takes a step with an article: what was typed is saved first, so that the step is about what is on the screen. Answers
 * whether it was taken; what the server refuses is shown at the fields it names, what somebody else saved is met.
 */
export function useStep(keeper: ArticleKeeper): (step: Step) => Promise<boolean> {
  const { t } = useTranslation();
  const client = useQueryClient();
  const failure = useFailureText();
  return async ({ method, path, body, done }) => {
    if (!(await keeper.settle())) {
      sayFailed(t('articles.editor.saveFirst'));
      return false;
    }
    const { id, version } = keeper.kept.article;
    try {
      const article = await calls[method]<EditableArticle>(`${articlePath(id)}/${path}`, {
        version,
        ...body,
      });
      keeper.adopt(article);
      say(done);
      if (article.id !== id) navigateTo(editorHref(article.id));
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      if (error.code === 'edited-meanwhile') await keeper.meet();
      else keeper.explain(error);
      sayFailed(failure(error));
      return false;
    }
    await client.invalidateQueries({ queryKey: ['articles'] });
    return true;
  };
}
