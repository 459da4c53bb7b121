import { Button } from '@mantine/core';
import { PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { UnhelpedQuestion, UnhelpfulArticle as Unhelpful } from '../../../../contract/questions.ts';
import { editorHref } from '../queries.ts';
import classes from './needs.module.css';

/** So many meanings of an article are shown. */
const GROUPS = 4;

interface Props {
  unhelpful: Unhelpful;
  write: (questions: readonly UnhelpedQuestion[]) => void;
}

/** An article that did not help: how often, why, and what its readers had asked. */
export function UnhelpfulArticle({ unhelpful, write }: Props) {
  const { t } = useTranslation();
  const { article, solved, unsolved, toPerson, reasons, groups } = unhelpful;
  const facts = [
    toPerson > 0 && t('articles.needs.toPerson', { count: toPerson }),
    t('articles.needs.votes', { solved, unsolved }),
    ...reasons.map(({ why, count }) => `${t(`articles.needs.why.${why}`)} ${count}`),
  ];
  return (
    <li className={classes.article}>
      <h3 className={classes.title}>
        <Link href={editorHref(article.id)}>{article.title}</Link>
      </h3>
      <p className={classes.facts}>{facts.filter(Boolean).join(' · ')}</p>
      {groups.length > 0 && (
        <ul className={classes.list}>
          {groups.slice(0, GROUPS).map((group) => (
            <li key={group[0]?.text} className={classes.group}>
              <p className={classes.example}>
                {group[0]?.text}{' '}
                <span className={classes.facts}>
                  {[...new Set(group.map(({ why }) => t(`articles.needs.why.${why}`)))].join(' · ')}
                  {group.length > 1 && ` · ${t('articles.needs.more', { count: group.length - 1 })}`}
                </span>
              </p>
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<PenLine size={14} />}
                aria-label={t('articles.needs.writeThis', { question: group[0]?.text })}
                onClick={() => write(group)}
              >
                {t('articles.needs.write')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
