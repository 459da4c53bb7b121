import { TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EditableTerm, TermWords } from '../../../../contract/glossary.ts';
import type { Locale } from '../../../../contract/locale.ts';
import { EditDialog } from '../../admin/parts/edit-dialog.tsx';
import { post, put, RequestFailed } from '../../api/client.ts';
import { locales } from '../../i18n.ts';
import form from '../../ui/form.module.css';
import { ContestedTerm } from './contested-term.tsx';
import { glossaryPath } from './path.ts';

const empty = { term: '', aliases: [], meaning: '' };
const blank = { id: '', version: 0, words: { 'zh-CN': empty, en: empty } as TermWords };

interface LanguageProps {
  locale: Locale;
  words: TermWords;
  fields: Record<string, string>;
  change: (words: TermWords) => void;
}

function LanguagePart({ locale, words, fields, change }: LanguageProps) {
  const { t } = useTranslation();
  const language = t(`language.${locale}`);
  const { term, aliases, meaning } = words[locale];
  const set = (part: Partial<TermWords[Locale]>) =>
    change({ ...words, [locale]: { ...words[locale], ...part } });
  const fault = (key: keyof TermWords[Locale]) =>
    Object.entries(fields).find(([path]) => `${path}.`.startsWith(`words.${locale}.${key}.`))?.[1];
  return (
    <>
      <div className={form.pair}>
        <TextInput
          label={`${t('articles.glossary.term')} · ${language}`}
          value={term}
          error={fault('term')}
          onChange={(event) => set({ term: event.currentTarget.value })}
        />
        <TagsInput
          label={`${t('articles.glossary.aliases')} · ${language}`}
          placeholder={aliases.length === 0 ? t('articles.glossary.aliasesHint') : ''}
          value={aliases}
          error={fault('aliases')}
          onChange={(value) => set({ aliases: value })}
        />
      </div>
      <Textarea
        label={`${t('articles.glossary.meaning')} · ${language}`}
        autosize
        minRows={2}
        maxRows={6}
        value={meaning}
        error={fault('meaning')}
        onChange={(event) => set({ meaning: event.currentTarget.value })}
      />
    </>
  );
}

/** Adds a term or changes one; its id is part of addresses and never changes. */
export function TermDialog({ term, close }: { term: EditableTerm | null; close: () => void }) {
  const { t } = useTranslation();
  const initial = term ? { id: term.id, version: term.version, words: term.words } : blank;
  return (
    <EditDialog
      size="lg"
      title={t(term ? 'articles.glossary.edit' : 'articles.glossary.create')}
      initial={initial}
      save={({ id, version, words }) =>
        term ? put(`${glossaryPath}/${id}`, { version, words }) : post(glossaryPath, { id, words })
      }
      close={close}
    >
      {({ values, set, fields, textField, error, setError }) => {
        const goOn = ({ version }: EditableTerm) => {
          set('version', version);
          setError(null);
        };
        return (
          <>
            {error instanceof RequestFailed && error.code === 'term-edited-meanwhile' && (
              <ContestedTerm
                id={values.id}
                keepMine={goOn}
                takeTheirs={(theirs) => {
                  set('words', theirs.words);
                  goOn(theirs);
                }}
              />
            )}
            {locales.map((locale) => (
              <LanguagePart
                key={locale}
                locale={locale}
                words={values.words}
                fields={fields}
                change={(words) => set('words', words)}
              />
            ))}
            <TextInput
              className={form.narrow ?? ''}
              label={t('articles.glossary.id')}
              description={t('articles.glossary.idHint')}
              disabled={term !== null}
              {...textField('id')}
            />
          </>
        );
      }}
    </EditDialog>
  );
}
