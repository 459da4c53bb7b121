import { ActionIcon, Tooltip } from '@mantine/core';
import { BookPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import redact from '../redaction/redact-button.module.css';
import { useMay } from '../session/me.ts';

const MakeArticleDialog = lazy(() =>
  import('../articles/make/make-article-dialog.tsx').then((m) => ({ default: m.MakeArticleDialog })),
);

/** The way from an answer to an article; seen at the message under the pointer or with the focus. */
export function MakeArticleButton({ conversationId, seq }: { conversationId: string; seq: number }) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('article.edit')) return null;
  return (
    <>
      <Tooltip label={t('customer.article.make')}>
        <ActionIcon
          className={redact.button}
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('customer.article.make')}
          onClick={() => setOpen(true)}
        >
          <BookPlus size={14} />
        </ActionIcon>
      </Tooltip>
      {open && (
        <Suspense fallback={null}>
          <MakeArticleDialog conversationId={conversationId} seq={seq} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
