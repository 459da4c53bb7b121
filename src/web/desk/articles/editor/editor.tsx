import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditableArticle } from '../../../../contract/editing.ts';
import type { Locale } from '../../../../contract/locale.ts';
import { currentLocale, locales } from '../../i18n.ts';
import { Preview } from '../preview/preview.tsx';
import { Revisions } from '../revisions/revisions.tsx';
import { AboutPart } from './about-part.tsx';
import type { ArticleKeeper, Kept } from './article-keeper.ts';
import { Contested } from './contested.tsx';
import classes from './editor.module.css';
import { EditorHeader } from './editor-header.tsx';
import { faultAt } from './faults.ts';
import { Findings } from './findings.tsx';
import type { Form } from './form.ts';
import { TextPart } from './text-part.tsx';
import { useKeeper } from './use-keeper.ts';

interface PartsProps {
  keeper: ArticleKeeper;
  kept: Kept;
  locale: Locale;
  setLocale: (locale: Locale) => void;
}

/** What is written: the words in each language, and what holds for all of them. */
function Parts({ keeper, kept: { form, article, refusal }, locale, setLocale }: PartsProps) {
  const { t } = useTranslation();
  const change = (part: Partial<Form>) => keeper.change({ ...keeper.kept.form, ...part });
  const fault = faultAt(refusal);
  const tabName = (each: Locale) => {
    const name = t(`language.${each}`);
    return form.versions[each] === null ? t('articles.editor.fallback', { name }) : name;
  };
  return (
    <fieldset className={classes.parts} disabled={article.archived !== null}>
      <Findings findings={article.findings} />
      <Tabs value={locale} keepMounted={false} onChange={(value) => setLocale(value as Locale)}>
        <Tabs.List aria-label={t('articles.editor.languages')}>
          {locales.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {tabName(each)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {locales.map((each) => (
          <Tabs.Panel key={each} value={each} className={classes.panel}>
            <TextPart
              locale={each}
              versions={form.versions}
              fault={(path) => fault(`content.versions.${each}.${path}`)}
              change={(text) => change({ versions: { ...keeper.kept.form.versions, [each]: text } })}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
      <AboutPart id={article.id} form={form} fault={(path) => fault(`content.${path}`)} change={change} />
    </fieldset>
  );
}

/** An article on the editor's table: what is written on the left; on the right what customers will see, and what was. */
export function Editor({ article }: { article: EditableArticle }) {
  const { t } = useTranslation();
  const [keeper, kept] = useKeeper(article);
  const [locale, setLocale] = useState<Locale>(currentLocale);
  return (
    <main className={classes.editor}>
      <EditorHeader keeper={keeper} kept={kept} locale={locale} />
      {kept.theirs !== null && <Contested keeper={keeper} kept={kept} theirs={kept.theirs} />}
      <div className={classes.columns}>
        <Parts keeper={keeper} kept={kept} locale={locale} setLocale={setLocale} />
        <Tabs defaultValue="preview" keepMounted={false} className={classes.beside}>
          <Tabs.List aria-label={t('articles.editor.beside')}>
            <Tabs.Tab value="preview">{t('articles.preview.title')}</Tabs.Tab>
            <Tabs.Tab value="revisions">{t('articles.revisions.title')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="preview" className={classes.besidePanel}>
            <Preview id={kept.article.id} form={kept.form} locale={locale} />
          </Tabs.Panel>
          <Tabs.Panel value="revisions" className={classes.besidePanel}>
            <Revisions keeper={keeper} kept={kept} />
          </Tabs.Panel>
        </Tabs>
      </div>
    </main>
  );
}
