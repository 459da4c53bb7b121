/** @jsxImportSource preact */
import { fileUrl, isPicture } from '../../../contract/attachments.ts';
import type { AttachmentRef } from '../../../contract/events.ts';
import { DownloadIcon, FileIcon } from '../ui/icons.tsx';
import { useWords } from '../words.ts';

const SIDE = 240;

/** The size a picture takes on the screen, known before it has loaded, so that nothing jumps. */
function sizeOf({ width = SIDE, height = SIDE }: AttachmentRef): { width: number; height: number } {
  const scale = Math.min(1, SIDE / width, SIDE / height);
  return { width: Math.max(48, Math.round(width * scale)), height: Math.max(48, Math.round(height * scale)) };
}

function PictureFile({ file, base }: { file: AttachmentRef; base: string }) {
  const { t } = useWords();
  return (
    <a
      class="picture"
      href={base + fileUrl(file)}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t('bubble.openPicture', { name: file.name })}
    >
      <img
        src={base + fileUrl(file, 'thumbnail')}
        alt={t('bubble.picture', { name: file.name })}
        {...sizeOf(file)}
        loading="lazy"
        decoding="async"
      />
    </a>
  );
}

function OtherFile({ file, base }: { file: AttachmentRef; base: string }) {
  const { t, bytes } = useWords();
  return (
    <a class="file" href={base + fileUrl(file)} download={file.name}>
      <FileIcon />
      <span class="visually-hidden">{t('bubble.download')}</span>
      <span class="file-name">{file.name}</span>
      <span class="file-size">{bytes(file.bytes)}</span>
      <DownloadIcon />
    </a>
  );
}

/** What a message carries. */
export function Files({ files, base }: { files: readonly AttachmentRef[]; base: string }) {
  return files.map((file) =>
    isPicture(file.type) ? (
      <PictureFile key={file.id} file={file} base={base} />
    ) : (
      <OtherFile key={file.id} file={file} base={base} />
    ),
  );
}
