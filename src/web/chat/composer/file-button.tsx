/** @jsxImportSource preact */
import { useRef } from 'preact/hooks';
import { acceptedTypes } from '../../../contract/attachments.ts';
import { ClipIcon } from '../ui/icons.tsx';
import { useWords } from '../words.ts';

/** The paper-clip. */
export function FileButton({ onFiles }: { onFiles(files: File[]): void }) {
  const { t } = useWords();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        aria-label={t('write.attach')}
        accept={acceptedTypes}
        multiple
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <button
        type="button"
        class="round"
        aria-label={t('write.attach')}
        title={t('write.attach')}
        onClick={() => picker.current?.click()}
      >
        <ClipIcon />
      </button>
    </>
  );
}
