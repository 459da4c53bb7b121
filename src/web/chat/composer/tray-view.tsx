/** @jsxImportSource preact */
import { ATTACHMENTS_MAX } from '../../../contract/limits.ts';
import { useStore } from '../session/store.ts';
import { CloseIcon, FileIcon, RetryIcon } from '../ui/icons.tsx';
import { useWords } from '../words.ts';
import type { Tray, TrayFile } from './tray.ts';

function Chosen({ file, tray }: { file: TrayFile; tray: Tray }) {
  const { t, bytes } = useWords();
  const { key, name, preview, state, share } = file;
  return (
    <li class={`chosen ${state}`}>
      {preview === null ? <FileIcon /> : <img src={preview} alt="" />}
      <span class="file-name">{name}</span>
      <span class="file-size">{bytes(file.bytes)}</span>
      {state === 'uploading' ? (
        <progress value={share} max={1} aria-label={t('file.uploading', { name })} />
      ) : null}
      {state === 'failed' ? (
        <button
          type="button"
          class="round"
          aria-label={t('file.retry', { name })}
          title={t('file.retry', { name })}
          onClick={() => tray.retry(key)}
        >
          <RetryIcon />
        </button>
      ) : null}
      <button
        type="button"
        class="round"
        aria-label={t('file.cancel', { name })}
        title={t('file.cancel', { name })}
        onClick={() => tray.remove(key)}
      >
        <CloseIcon />
      </button>
    </li>
  );
}

/** The files chosen for the next message, and why one of them is not there. */
export function TrayView({ tray, maxBytes }: { tray: Tray; maxBytes: number }) {
  const { t, bytes } = useWords();
  const { files, fault } = useStore(tray.store, (state) => state);
  return (
    <>
      {fault === null ? null : (
        <p class="fault" role="alert">
          {t(fault.key, { name: fault.name, limit: bytes(maxBytes), max: ATTACHMENTS_MAX })}
        </p>
      )}
      {files.length === 0 ? null : (
        <>
          <p class="aside">{t('guard.files')}</p>
          <ul class="tray">
            {files.map((file) => (
              <Chosen key={file.key} file={file} tray={tray} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
