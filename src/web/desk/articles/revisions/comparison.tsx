import { type ChangeObject, diffLines, diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleContent } from '../../../../contract/editing.ts';
import type { Locale } from '../../../../contract/locale.ts';
import { currentLocale } from '../../i18n.ts';
import { useOwners } from '../queries.ts';
import classes from './comparison.module.css';
import { changedFields, type Field } from './fields.ts';

/** Past this many changed words a text is compared by its lines: nobody could follow the words. */
const EDITS_MAX = 2_000;

function compared(before: string, after: string, locale: Locale): ChangeObject<string>[] {
  // Chinese writes no spaces between words: where they end is what the browser knows.
  const intlSegmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return (
    diffWordsWithSpace(before, after, { intlSegmenter, maxEditLength: EDITS_MAX }) ?? diffLines(before, after)
  );
}

function Changes({ field: { before, after, locale } }: { field: Field }) {
  const parts = useMemo(() => compared(before, after, locale ?? currentLocale()), [before, after, locale]);
  return (
    <p className={classes.text} lang={locale ?? undefined}>
      {parts.map(({ value, added, removed }, i) => {
        const Tag = added ? 'ins' : removed ? 'del' : 'span';
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
        return <Tag key={i}>{value}</Tag>;
      })}
    </p>
  );
}

/** What changed between two texts of an article, word by word; what stayed as it was is left out. */
export function Comparison({ before, after }: { before: ArticleContent; after: ArticleContent }) {
  const { t } = useTranslation();
  const owners = useOwners();
  const fields = useMemo(() => changedFields(before, after), [before, after]);
  const named = (field: Field): Field => {
    if (field.name !== 'ownerId') return field;
    const nameOf = (id: string) => owners.find((owner) => owner.id === id)?.name ?? id;
    return { ...field, before: nameOf(field.before), after: nameOf(field.after) };
  };
  if (fields.length === 0) return <p className={classes.same}>{t('articles.revisions.same')}</p>;
  return (
    <div className={classes.fields}>
      {fields.map((field) => (
        <section key={`${field.locale}${field.name}`}>
          <h3 className={classes.name}>
            {t(`articles.field.${field.name === 'ownerId' ? 'owner' : field.name}`)}
            {field.locale && ` · ${t(`language.${field.locale}`)}`}
          </h3>
          <Changes field={named(field)} />
        </section>
      ))}
    </div>
  );
}
