import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Decided, SettleUnanswered, WritingNeeds } from '../../../../contract/questions.ts';
import { post } from '../../api/client.ts';
import { useFailureText } from '../../ui/state.tsx';
import { say, sayFailed } from '../../ui/toast.tsx';

export const needsKey = ['questions', 'needs'];

const decide = (body: SettleUnanswered): Promise<Decided> =>
  post<Decided>('/api/desk/unanswered-questions/decisions', body);

/** What is left of the page once these questions are put away. */
function without(needs: WritingNeeds, ids: readonly number[]): WritingNeeds {
  return {
    ...needs,
    unanswered: needs.unanswered.filter(({ questions }) => !questions.some(({ id }) => ids.includes(id))),
  };
}

/** Puts questions away, or gives them to an article: at once on the screen, then on the server. */
export function useSettle() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const failure = useFailureText();
  const refresh = () => client.invalidateQueries({ queryKey: needsKey });
  const run = async (ids: number[], articleId?: string): Promise<Decided | null> => {
    client.setQueryData<WritingNeeds>(needsKey, (shown) => shown && without(shown, ids));
    try {
      return await decide({ ids, decision: 'settled', ...(articleId === undefined ? {} : { articleId }) });
    } catch (error) {
      sayFailed(failure(error));
      await refresh();
      return null;
    }
  };
  const back = async (ids: number[]) => {
    await decide({ ids, decision: 'waiting' }).catch((error: unknown) => sayFailed(failure(error)));
    await refresh();
  };
  return {
    putAway: async (ids: number[]) => {
      if ((await run(ids)) !== null)
        say(t('articles.needs.putAway', { count: ids.length }), () => void back(ids));
    },
    give: async (ids: number[], articleId: string) => {
      const given = await run(ids, articleId);
      if (given !== null)
        say(t(given.drafted.length === 0 ? 'articles.needs.given' : 'articles.needs.givenDraft'));
    },
    /** An article was begun for them: they are put away without a word. */
    written: (ids: number[]) => run(ids),
  };
}
