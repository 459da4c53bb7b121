import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Locale } from '../../../../contract/locale.ts';
import { post } from '../../api/client.ts';
import { Empty, Failed } from '../../ui/state.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { contentOf, type Form } from '../editor/form.ts';
import { articlePath } from '../queries.ts';
import classes from './preview.module.css';
import { PreviewFrame } from './preview-frame.tsx';

const widths = { phone: 390, computer: 1_200 } as const;

/** What customers will see of what is being written, drawn by the server as it draws the page itself. */
export function Preview({ id, form, locale }: { id: string; form: Form; locale: Locale }) {
  const { t } = useTranslation();
  const [screen, setScreen] = useState<keyof typeof widths>('phone');
  const settled = useSettled(form, 400);
  const page = useQuery({
    queryKey: ['article', id, 'preview', locale, settled],
    queryFn: () =>
      post<{ html: string | null }>(`${articlePath(id)}/preview`, { content: contentOf(settled), locale }),
    placeholderData: (previous) => previous,
    gcTime: 0,
    staleTime: 0,
  });
  return (
    <div className={classes.preview}>
      <SegmentedControl
        size="xs"
        aria-label={t('articles.preview.screen')}
        data={(['phone', 'computer'] as const).map((value) => ({
          value,
          label: t(`articles.preview.${value}`),
        }))}
        value={screen}
        onChange={(value) => setScreen(value as keyof typeof widths)}
      />
      {page.isError && <Failed error={page.error} retry={() => void page.refetch()} />}
      {page.data?.html === null && <Empty icon={FileText} title={t('articles.preview.empty')} />}
      {typeof page.data?.html === 'string' && (
        <PreviewFrame html={page.data.html} width={widths[screen]} title={t('articles.preview.title')} />
      )}
    </div>
  );
}
