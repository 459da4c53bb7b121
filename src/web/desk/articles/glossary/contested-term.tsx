import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EditableTerm } from '../../../../contract/glossary.ts';
import { get } from '../../api/client.ts';
import { locales } from '../../i18n.ts';
import form from '../../ui/form.module.css';
import classes from './glossary.module.css';
import { glossaryPath } from './path.ts';

interface Props {
  id: string;
  /** Goes on from their version with the words that are in the form. */
  keepMine: (theirs: EditableTerm) => void;
  takeTheirs: (theirs: EditableTerm) => void;
}

/** Somebody else saved this term meanwhile: their text beside the one in the form, and the editor says which goes on. */
export function ContestedTerm({ id, keepMine, takeTheirs }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['contested-term', id],
    queryFn: () => get<{ rows: EditableTerm[] }>(glossaryPath),
    staleTime: 0,
    gcTime: 0,
  });
  const theirs = data?.rows.find((row) => row.id === id);
  if (theirs === undefined) return null;
  return (
    <section className={classes.contested}>
      <p>{t('articles.glossary.contested', { name: theirs.changedBy?.name ?? '—' })}</p>
      <dl>
        {locales.map((locale) => {
          const { term, aliases, meaning } = theirs.words[locale];
          return (
            <div key={locale} lang={locale}>
              <dt>{[term, ...aliases].join(' · ')}</dt>
              <dd>{meaning}</dd>
            </div>
          );
        })}
      </dl>
      <div className={form.buttons}>
        <Button size="compact-sm" onClick={() => keepMine(theirs)}>
          {t('articles.glossary.keepMine')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => takeTheirs(theirs)}>
          {t('articles.glossary.takeTheirs')}
        </Button>
      </div>
    </section>
  );
}
