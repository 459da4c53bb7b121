import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLocale } from '../../i18n.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { fetchArticles } from '../queries.ts';

interface Props {
  id: string;
  value: readonly string[];
  error: string | undefined;
  change: (related: string[]) => void;
}

const CHOICES = 20;

/** Articles to read next, found by a part of their titles. */
export function RelatedField({ id, value, error, change }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const q = useSettled(text).trim();
  const { data } = useQuery({
    queryKey: ['articles', 'list', currentLocale(), { q, limit: CHOICES }],
    queryFn: ({ signal }) => fetchArticles({ ...(q === '' ? {} : { q }), limit: CHOICES }, signal),
    placeholderData: (previous) => previous,
  });
  const found = (data?.rows ?? []).filter((row) => row.id !== id);
  const titles = new Map(found.map((row) => [row.id, row.title]));
  return (
    <MultiSelect
      comboboxProps={{ withinPortal: false }}
      searchable
      label={t('articles.field.related')}
      description={t('articles.field.relatedHint')}
      maxValues={20}
      // What was found stays whatever its title holds: the server looked at the id as well.
      filter={({ options }) => options}
      data={[...new Set([...value, ...titles.keys()])].map((each) => ({
        value: each,
        label: titles.get(each) ?? each,
      }))}
      searchValue={text}
      onSearchChange={setText}
      value={[...value]}
      error={error}
      onChange={change}
    />
  );
}
