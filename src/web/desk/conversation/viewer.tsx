import { ActionIcon, Modal } from '@mantine/core';
import { ChevronLeft, ChevronRight, Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentRef } from '../../../contract/events.ts';
import { fileUrl } from './files.ts';
import classes from './viewer.module.css';

/** Pictures of a message at full size; the arrow keys go through them. */
export function Viewer({
  files,
  start,
  close,
}: {
  files: readonly AttachmentRef[];
  start: number;
  close: () => void;
}) {
  const { t } = useTranslation();
  const [at, setAt] = useState(start);
  const file = files[at];
  if (file === undefined) return null;
  const go = (step: number) => setAt((now) => Math.min(files.length - 1, Math.max(0, now + step)));
  return (
    <Modal
      opened
      onClose={close}
      title={file.name}
      size="auto"
      closeButtonProps={{ 'aria-label': t('common.close') }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') go(-1);
        if (event.key === 'ArrowRight') go(1);
      }}
    >
      <img className={classes.picture} src={fileUrl(file)} alt={file.name} />
      <div className={classes.bar}>
        <ActionIcon
          variant="default"
          disabled={at === 0}
          onClick={() => go(-1)}
          aria-label={t('files.previous')}
        >
          <ChevronLeft size={16} />
        </ActionIcon>
        <span>
          {at + 1} / {files.length}
        </span>
        <ActionIcon
          variant="default"
          disabled={at === files.length - 1}
          onClick={() => go(1)}
          aria-label={t('files.next')}
        >
          <ChevronRight size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          component="a"
          href={fileUrl(file)}
          download={file.name}
          aria-label={t('files.download')}
        >
          <Download size={16} />
        </ActionIcon>
      </div>
    </Modal>
  );
}
