import { Button } from '@mantine/core';
import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DecideProposed, ProposedQuestion } from '../../../../contract/questions.ts';
import classes from './questions.module.css';

interface Props {
  questions: readonly ProposedQuestion[];
  place: number;
  /** Whether the keys mean this group. */
  chosen: boolean;
  choose: () => void;
  decide: (ids: number[], decision: DecideProposed['decision']) => void;
}

/** Questions that mean the same: accepted or refused together, or one of them put away. */
export function QuestionGroup({ questions, place, chosen, choose, decide }: Props) {
  const { t } = useTranslation();
  const ids = questions.map(({ id }) => id);
  const text = questions[0]?.text ?? '';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: J and K choose
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside do the same
    <div className={classes.group} data-place={place} data-chosen={chosen || undefined} onClick={choose}>
      <ul className={classes.questions}>
        {questions.map(({ id, text: question, asked, how }) => (
          <li key={id} className={classes.question}>
            <span>{question}</span>
            <span className={classes.facts}>
              {t(`articles.questions.how.${how}`)}
              {asked > 1 && ` · ${t('articles.questions.asked', { count: asked })}`}
            </span>
            {questions.length > 1 && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-label={t('articles.questions.refuseOne', { question })}
                onClick={() => decide([id], 'refused')}
              >
                <X size={14} aria-hidden="true" />
              </Button>
            )}
          </li>
        ))}
      </ul>
      <span className={classes.actions}>
        <Button
          size="compact-sm"
          variant={chosen ? 'filled' : 'default'}
          leftSection={<Check size={14} />}
          aria-label={t('articles.questions.acceptThese', { question: text })}
          onClick={() => decide(ids, 'accepted')}
        >
          {t('articles.questions.accept')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('articles.questions.refuseOne', { question: text })}
          onClick={() => decide(ids, 'refused')}
        >
          {t('articles.questions.refuse')}
        </Button>
      </span>
    </div>
  );
}
