import { ActionIcon, Loader } from '@mantine/core';
import { FileText, ImageIcon, RotateCw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { sizeText } from '../conversation/files.ts';
import { useFailureText } from '../ui/state.tsx';
import classes from './upload-list.module.css';
import type { Upload } from './use-uploads.ts';

interface Props {
  uploads: readonly Upload[];
  retry: (upload: Upload) => void;
  remove: (key: string) => void;
}

/** The files that will go with the next message. */
export function UploadList({ uploads, retry, remove }: Props) {
  const { t } = useTranslation();
  const failure = useFailureText();
  if (uploads.length === 0) return null;
  return (
    <ul className={classes.uploads} aria-label={t('composer.files')}>
      {uploads.map((upload) => (
        <li key={upload.key} className={classes.upload} data-state={upload.state}>
          {upload.file.type.startsWith('image/') ? (
            <ImageIcon size={16} aria-hidden="true" />
          ) : (
            <FileText size={16} aria-hidden="true" />
          )}
          <span className={classes.name}>{upload.file.name}</span>
          <span className={classes.detail} role={upload.state === 'failed' ? 'alert' : undefined}>
            {upload.state === 'failed' ? failure(upload.error) : sizeText(upload.file.size)}
          </span>
          {upload.state === 'uploading' && <Loader size={14} aria-label={t('composer.uploading')} />}
          {upload.state === 'failed' && (
            <ActionIcon
              size="sm"
              variant="subtle"
              aria-label={t('state.retry')}
              onClick={() => retry(upload)}
            >
              <RotateCw size={14} />
            </ActionIcon>
          )}
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t('composer.removeFile', { name: upload.file.name })}
            onClick={() => remove(upload.key)}
          >
            <X size={14} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
