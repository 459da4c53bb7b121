import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TransferFormat } from '../../../../contract/transfer.ts';
import form from '../../ui/form.module.css';
import { Page, Section } from '../../ui/page.tsx';
import { ImportPart } from './import-part.tsx';

const formats: readonly TransferFormat[] = ['zip', 'csv', 'json'];

/** Taking all articles out, and bringing articles in: first what would happen, then that. */
export function TransferSection() {
  const { t } = useTranslation();
  return (
    <Page title={t('articles.transfer.title')} hint={t('articles.transfer.hint')}>
      <Section title={t('articles.transfer.export')} hint={t('articles.transfer.exportHint')}>
        <div className={form.buttons}>
          {formats.map((format) => (
            <Button
              key={format}
              component="a"
              href={`/api/desk/content/export?format=${format}`}
              download
              variant="default"
              leftSection={<Download size={16} />}
            >
              {t(`articles.transfer.formats.${format}`)}
            </Button>
          ))}
        </div>
      </Section>
      <Section title={t('articles.transfer.import')} hint={t('articles.transfer.importHint')}>
        <ImportPart />
      </Section>
    </Page>
  );
}
