import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../contract/editing.ts';
import classes from './findings.module.css';

/** What the server found in what was saved last: it does not stop a publication, and should be seen before one. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation();
  if (findings.length === 0) return null;
  return (
    <section className={classes.findings} aria-label={t('articles.findings.title')}>
      <h2 className={classes.title}>
        <TriangleAlert size={16} aria-hidden="true" />
        {t('articles.findings.title')}
      </h2>
      <ul>
        {findings.map(({ locale, kind, subject }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same link may be there twice
          <li key={i}>
            {locale && `${t(`language.${locale}`)} · `}
            {t(`articles.findings.${kind}`)} <code>{subject}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
