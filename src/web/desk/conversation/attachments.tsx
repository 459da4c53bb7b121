import { UnstyledButton } from '@mantine/core';
import { Download, FileText } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentRef } from '../../../contract/events.ts';
import { RedactFileButton } from '../redaction/redact-file-button.tsx';
import classes from './attachments.module.css';
import { fileUrl, sizeText } from './files.ts';

const Viewer = lazy(() => import('./viewer.tsx').then((m) => ({ default: m.Viewer })));

const isPicture = ({ type }: AttachmentRef) => type.startsWith('image/');

/** Fits a picture into the bubble and keeps its place while it loads. */
function boxOf({ width = 240, height = 180 }: AttachmentRef) {
  const scale = Math.min(1, 260 / width, 200 / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** Files of a message: pictures open in the viewer, others are downloaded. */
export function Attachments({
  files,
  conversationId,
}: {
  files: readonly AttachmentRef[];
  conversationId: string | undefined;
}) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<number | null>(null);
  const pictures = files.filter(isPicture);
  return (
    <div className={classes.files}>
      {pictures.map((file, i) => (
        <span key={file.id} className={classes.one}>
          <UnstyledButton
            className={classes.picture}
            onClick={() => setShown(i)}
            aria-label={t('files.view', { name: file.name })}
          >
            <img src={fileUrl(file)} alt={file.name} loading="lazy" {...boxOf(file)} />
          </UnstyledButton>
          <RedactFileButton conversationId={conversationId} file={file} />
        </span>
      ))}
      {files
        .filter((file) => !isPicture(file))
        .map((file) => (
          <span key={file.id} className={classes.one}>
            <a className={classes.file} href={fileUrl(file)} target="_blank" rel="noopener noreferrer">
              <FileText size={20} aria-hidden="true" />
              <span className={classes.name}>{file.name}</span>
              <span className={classes.size}>{sizeText(file.bytes)}</span>
              <Download size={14} aria-hidden="true" />
            </a>
            <RedactFileButton conversationId={conversationId} file={file} />
          </span>
        ))}
      {shown !== null && (
        <Suspense fallback={null}>
          <Viewer files={pictures} start={shown} close={() => setShown(null)} />
        </Suspense>
      )}
    </div>
  );
}
