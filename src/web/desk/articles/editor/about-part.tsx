import { MultiSelect, NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Glossary } from '../../../../contract/glossary.ts';
import { get, query } from '../../api/client.ts';
import { topicsQuery } from '../../conversation/people.ts';
import { currentLocale } from '../../i18n.ts';
import formClasses from '../../ui/form.module.css';
import { useOwners } from '../queries.ts';
import classes from './editor.module.css';
import type { Fault } from './faults.ts';
import type { Form } from './form.ts';
import { RelatedField } from './related-field.tsx';

interface Props {
  id: string;
  form: Form;
  fault: Fault;
  change: (part: Partial<Form>) => void;
}

const advices = ['self-service', 'person', 'urgent'] as const;

/** The named choices and, so that nothing is lost by looking at it, a value that is none of them. */
function withValue(data: { value: string; label: string }[], values: readonly (string | null)[]) {
  const known = new Set(data.map(({ value }) => value));
  const others = values.filter((value) => value !== null && value !== '' && !known.has(value));
  return [...data, ...others.map((value) => ({ value: value as string, label: value as string }))];
}

function TermsField({ form, fault, change }: Omit<Props, 'id'>) {
  const { t } = useTranslation();
  const lang = currentLocale();
  const { data } = useQuery({
    queryKey: ['glossary', lang],
    queryFn: () => get<Glossary>(`/api/help/glossary${query({ lang })}`),
  });
  const terms = (data?.rows ?? []).map(({ id, term }) => ({ value: id, label: term }));
  return (
    <MultiSelect
      comboboxProps={{ withinPortal: false }}
      searchable
      label={t('articles.field.terms')}
      description={t('articles.field.termsHint')}
      data={withValue(terms, form.terms)}
      maxValues={20}
      value={[...form.terms]}
      error={fault('terms')}
      onChange={(value) => change({ terms: value })}
    />
  );
}

/** What holds for an article in every language. */
export function AboutPart({ id, form, fault, change }: Props) {
  const { t } = useTranslation();
  const heading = useId();
  const { data: topics = [] } = useQuery(topicsQuery);
  const owners = useOwners();
  return (
    <section className={classes.about} aria-labelledby={heading}>
      <h2 id={heading} className={classes.heading}>
        {t('articles.editor.about')}
      </h2>
      <div className={formClasses.pair}>
        <Select
          comboboxProps={{ withinPortal: false }}
          label={t('articles.field.topic')}
          data={withValue(
            topics.map((topic) => ({ value: topic.id, label: topic.name })),
            [form.topic],
          )}
          allowDeselect={false}
          value={form.topic}
          error={fault('topic')}
          onChange={(topic) => topic !== null && change({ topic })}
        />
        <Select
          comboboxProps={{ withinPortal: false }}
          label={t('articles.field.contact')}
          data={advices.map((value) => ({ value, label: t(`articles.contact.${value}`) }))}
          allowDeselect={false}
          value={form.contact}
          onChange={(contact) => change({ contact: contact as Form['contact'] })}
        />
      </div>
      <div className={formClasses.pair}>
        <Select
          comboboxProps={{ withinPortal: false }}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('articles.list.clear') }}
          label={t('articles.field.owner')}
          description={t('articles.field.ownerHint')}
          data={withValue(
            owners.map((owner) => ({ value: owner.id, label: owner.name })),
            [form.ownerId],
          )}
          value={form.ownerId}
          error={fault('ownerId')}
          onChange={(ownerId) => change({ ownerId })}
        />
        <NumberInput
          label={t('articles.field.position')}
          description={t('articles.field.positionHint')}
          min={0}
          max={1_000_000}
          allowDecimal={false}
          value={form.position}
          error={fault('position')}
          onChange={(value) => change({ position: Number(value) })}
        />
      </div>
      <RelatedField
        id={id}
        value={form.related}
        error={fault('related')}
        change={(related) => change({ related })}
      />
      <TermsField form={form} fault={fault} change={change} />
    </section>
  );
}
