import { ActionIcon, Button, Menu } from '@mantine/core';
import { ArrowLeft, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { EditableArticle } from '../../../../contract/editing.ts';
import type { Locale } from '../../../../contract/locale.ts';
import { currentLocale, locales } from '../../i18n.ts';
import { useMay } from '../../session/me.ts';
import { dateTime } from '../../ui/time.ts';
import { StageMark } from '../stage-mark.tsx';
import type { ArticleKeeper, Kept } from './article-keeper.ts';
import classes from './editor-header.module.css';
import type { Form } from './form.ts';
import { SafetyLine } from './safety-line.tsx';
import { type AskedStep, StepDialog } from './step-dialog.tsx';
import { type Step, useStep } from './steps.ts';

interface ActsProps {
  article: EditableArticle;
  locale: Locale;
  ask: (step: AskedStep) => void;
  take: (step: Step) => Promise<boolean>;
}

/** The next step on the way to customers, in plain sight. */
function MainActs({ article: { stage, hasChanges }, ask, take }: ActsProps) {
  const { t } = useTranslation();
  const may = useMay();
  const publishes = may('article.publish');
  if (stage === 'archived')
    return publishes ? (
      <Button
        onClick={() => void take({ method: 'del', path: 'archive', done: t('articles.steps.broughtBack') })}
      >
        {t('articles.steps.bringBack')}
      </Button>
    ) : null;
  return (
    <>
      {stage === 'draft' && (
        <Button variant={publishes ? 'default' : 'filled'} onClick={() => ask('review')}>
          {t('articles.steps.review.act')}
        </Button>
      )}
      {stage === 'review' && (
        <Button variant="default" onClick={() => ask('return')}>
          {t('articles.steps.return.act')}
        </Button>
      )}
      {stage === 'scheduled' && publishes && (
        <Button
          variant="default"
          onClick={() =>
            void take({ method: 'del', path: 'schedule', done: t('articles.steps.unscheduled') })
          }
        >
          {t('articles.steps.unschedule')}
        </Button>
      )}
      {publishes && (
        <Button disabled={!hasChanges && stage === 'published'} onClick={() => ask('publish')}>
          {t('articles.steps.publish.act')}
        </Button>
      )}
    </>
  );
}

/** What is done more seldom. */
function MoreActs({ article, locale, ask }: ActsProps) {
  const { t } = useTranslation();
  const publishes = useMay()('article.publish');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={t('articles.steps.more')}>
          <Ellipsis size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {article.live && (
          <Menu.Item
            component="a"
            href={`/help/${article.content.topic}/${article.id}?lang=${locale}`}
            target="_blank"
            rel="noopener"
          >
            {t('articles.steps.open')}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => ask('keep')}>{t('articles.steps.keep.title')}</Menu.Item>
        {publishes && (
          <>
            <Menu.Item onClick={() => ask('schedule')}>{t('articles.steps.schedule.title')}</Menu.Item>
            <Menu.Item onClick={() => ask('rename')}>{t('articles.steps.rename.title')}</Menu.Item>
            <Menu.Item color="red" onClick={() => ask('archive')}>
              {t('articles.steps.archive.title')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What an article is called, in the reader's language or the one it is written in. */
function titleOf({ versions }: Form, fallback: string): string {
  const titles = [currentLocale(), ...locales].map((locale) => versions[locale]?.title.trim());
  return titles.find((title) => title !== undefined && title !== '') ?? fallback;
}

/** What is being written, how far it is, whether it is safe, and the next step. */
export function EditorHeader({
  keeper,
  kept,
  locale,
}: {
  keeper: ArticleKeeper;
  kept: Kept;
  locale: Locale;
}) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<AskedStep | null>(null);
  const take = useStep(keeper);
  const { article, form } = kept;
  const acts = { article, locale, ask: setAsked, take };
  return (
    <header className={classes.header}>
      <ActionIcon
        component={Link}
        href="/articles/list"
        variant="subtle"
        color="gray"
        aria-label={t('articles.editor.back')}
      >
        <ArrowLeft size={18} />
      </ActionIcon>
      <div className={classes.names}>
        <h1 className={classes.title}>{titleOf(form, article.id)}</h1>
        <p className={classes.state}>
          <StageMark stage={article.stage} live={article.live} />
          {article.scheduled && <span>{dateTime(article.scheduled.for, currentLocale())}</span>}
          <SafetyLine kept={kept} retry={() => void keeper.settle()} />
        </p>
      </div>
      <div className={classes.acts}>
        <MainActs {...acts} />
        {article.stage !== 'archived' && <MoreActs {...acts} />}
      </div>
      {asked !== null && (
        <StepDialog step={asked} article={article} take={take} close={() => setAsked(null)} />
      )}
    </header>
  );
}
