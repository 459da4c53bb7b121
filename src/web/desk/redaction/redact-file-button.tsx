import { ActionIcon, Tooltip } from '@mantine/core';
import { EyeOff } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentRef } from '../../../contract/events.ts';
import { useMay } from '../session/me.ts';
import classes from './redact-button.module.css';

const RedactFileDialog = lazy(() =>
  import('./redact-file-dialog.tsx').then((m) => ({ default: m.RedactFileDialog })),
);

interface Props {
  /** Left out for a file that is not on the log yet. */
  conversationId: string | undefined;
  file: AttachmentRef;
}

/** The way to black something out in a picture, or to remove a file; seen beside the file under the pointer. */
export function RedactFileButton({ conversationId, file }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (conversationId === undefined || !may('message.redact')) return null;
  const label = t(file.type.startsWith('image/') ? 'redactFile.openPicture' : 'redactFile.open', {
    name: file.name,
  });
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon
          className={classes.button}
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={label}
          onClick={() => setOpen(true)}
        >
          <EyeOff size={14} />
        </ActionIcon>
      </Tooltip>
      {open && (
        <Suspense fallback={null}>
          <RedactFileDialog conversationId={conversationId} file={file} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
