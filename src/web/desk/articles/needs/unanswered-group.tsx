import { Button } from '@mantine/core';
import { PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { UnansweredGroup as Group } from '../../../../contract/questions.ts';
import { editorHref } from '../queries.ts';
import classes from './needs.module.css';

/** So many examples say what a group is about. */
const EXAMPLES = 4;

interface Props {
  group: Group;
  write: () => void;
  putAway: (ids: number[]) => void;
  give: (ids: number[], articleId: string) => void;
}

/** Questions that mean the same and have no answer: write one, say which article has it, or put them away. */
export function UnansweredGroup({ group: { questions, asked, nearest }, write, putAway, give }: Props) {
  const { t } = useTranslation();
  const ids = questions.map(({ id }) => id);
  const question = questions[0]?.text ?? '';
  const left = questions.length - EXAMPLES;
  return (
    <li className={classes.group}>
      <div className={classes.words}>
        <p className={classes.first}>
          {question} <span className={classes.facts}>{t('articles.needs.asked', { count: asked })}</span>
        </p>
        {questions.slice(1, EXAMPLES).map(({ id, text }) => (
          <p key={id} className={classes.example}>
            {text}
          </p>
        ))}
        {left > 0 && <p className={classes.facts}>{t('articles.needs.more', { count: left })}</p>}
        {nearest && (
          <p className={classes.facts}>
            <Link href={editorHref(nearest.id)}>{t('articles.needs.nearest', { title: nearest.title })}</Link>{' '}
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('articles.needs.giveThis', { title: nearest.title, question })}
              onClick={() => give(ids, nearest.id)}
            >
              {t('articles.needs.give')}
            </Button>
          </p>
        )}
      </div>
      <span className={classes.actions}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<PenLine size={14} />}
          aria-label={t('articles.needs.writeThis', { question })}
          onClick={write}
        >
          {t('articles.needs.write')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={t('articles.needs.awayThis', { question })}
          onClick={() => putAway(ids)}
        >
          {t('articles.needs.away')}
        </Button>
      </span>
    </li>
  );
}
