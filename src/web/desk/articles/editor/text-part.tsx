import { Button, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Locale } from '../../../../contract/locale.ts';
import { locales } from '../../i18n.ts';
import { BodyField } from './body-field.tsx';
import classes from './editor.module.css';
import type { Fault } from './faults.ts';
import { blankText, type Form, type FormText, today, typedText } from './form.ts';

interface Props {
  locale: Locale;
  versions: Form['versions'];
  fault: Fault;
  change: (text: FormText | null) => void;
}

/** A language in which it is not written yet: what customers see instead, and how to begin. */
function Unwritten({ locale, versions, change }: Props) {
  const { t } = useTranslation();
  const other = locales.find((each) => each !== locale) as Locale;
  const text = versions[other];
  const name = t(`language.${locale}`);
  return (
    <div className={classes.unwritten}>
      <p>
        {text === null
          ? t('articles.editor.nothing')
          : t('articles.editor.unwritten', { name, other: t(`language.${other}`) })}
      </p>
      <Button onClick={() => change(typedText(blankText()))}>{t('articles.editor.write', { name })}</Button>
      {text !== null && (
        <Button variant="default" onClick={() => change({ ...text, reviewedOn: today() })}>
          {t('articles.editor.copy', { other: t(`language.${other}`) })}
        </Button>
      )}
    </div>
  );
}

/** The words of an article in one language. */
export function TextPart(props: Props) {
  const { locale, versions, fault, change } = props;
  const { t } = useTranslation();
  const text = versions[locale];
  if (text === null) return <Unwritten {...props} />;
  const field = (name: keyof FormText) => ({
    lang: locale,
    label: t(`articles.field.${name}`),
    value: text[name],
    error: fault(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ ...text, [name]: event.currentTarget.value }),
  });
  const lines = { autosize: true, minRows: 2, maxRows: 12 };
  return (
    <>
      <TextInput {...field('title')} description={t('articles.field.titleHint')} maxLength={200} />
      <Textarea
        {...field('answer')}
        description={t('articles.field.answerHint')}
        maxLength={1_000}
        {...lines}
      />
      <BodyField {...field('body')} put={(body) => change({ ...text, body })} />
      <Textarea {...field('similar')} description={t('articles.field.similarHint')} {...lines} />
      <Textarea {...field('keywords')} description={t('articles.field.keywordsHint')} {...lines} />
      <Textarea {...field('prepare')} description={t('articles.field.prepareHint')} {...lines} />
      <TextInput type="date" {...field('reviewedOn')} description={t('articles.field.reviewedOnHint')} />
    </>
  );
}
