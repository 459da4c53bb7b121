import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { articleStages } from '../../../../contract/article-stages.ts';
import type { ArticleRows } from '../../../../contract/editing.ts';
import { topicsQuery } from '../../conversation/people.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { attentionChoices, type Filters, languageChoices } from './filters.ts';
import classes from './list.module.css';

interface Props {
  filters: Filters;
  change: (part: Partial<Filters>) => void;
  counts: ArticleRows['counts'] | undefined;
}

interface ChoiceProps {
  label: string;
  all: string;
  data: { value: string; label: string }[];
  value: string | null;
  onChange: (value: string | null) => void;
}

function Choice({ label, all, ...rest }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <Select
      comboboxProps={{ withinPortal: false }}
      clearable
      clearButtonProps={{ 'aria-label': t('articles.list.clear') }}
      aria-label={label}
      placeholder={all}
      {...rest}
    />
  );
}

function SearchBox({ q, change }: { q: string; change: Props['change'] }) {
  const { t } = useTranslation();
  const [text, setText] = useState(q);
  const settled = useSettled(text).trim();
  useEffect(() => change({ q: settled }), [settled, change]);
  return (
    <TextInput
      type="search"
      className={classes.search}
      maxLength={200}
      value={text}
      aria-label={t('articles.list.search')}
      placeholder={t('articles.list.search')}
      leftSection={<Search size={16} aria-hidden="true" />}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}

/** What narrows the list: words, stage with its numbers, topic, language, and what is to be looked at again. */
export function FilterBar({ filters, change, counts }: Props) {
  const { t } = useTranslation();
  const { data: topics = [] } = useQuery(topicsQuery);
  return (
    <div className={classes.filters}>
      <SearchBox q={filters.q} change={change} />
      <Choice
        label={t('articles.list.stage')}
        all={t('articles.list.anyStage')}
        data={articleStages.map((value) => ({
          value,
          label: `${t(`articles.stage.${value}`)} · ${counts?.[value] ?? 0}`,
        }))}
        value={filters.stage}
        onChange={(stage) => change({ stage })}
      />
      <Choice
        label={t('articles.list.topic')}
        all={t('articles.list.anyTopic')}
        data={topics.map(({ id, name }) => ({ value: id, label: name }))}
        value={filters.topic}
        onChange={(topic) => change({ topic })}
      />
      <Choice
        label={t('articles.list.language')}
        all={t('articles.list.anyLanguage')}
        data={languageChoices.map((value) => ({ value, label: t(`articles.list.languages.${value}`) }))}
        value={filters.language}
        onChange={(language) => change({ language })}
      />
      <Choice
        label={t('articles.list.attention')}
        all={t('articles.list.anyAttention')}
        data={attentionChoices.map((value) => ({ value, label: t(`articles.list.attentions.${value}`) }))}
        value={filters.attention}
        onChange={(attention) => change({ attention })}
      />
    </div>
  );
}
