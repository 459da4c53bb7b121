import { FileUp } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './transfer.module.css';

/** Where a file is dropped, or chosen by who has no mouse. */
export function DropPlace({ busy, take }: { busy: boolean; take: (file: File) => void }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined && !busy) take(file);
  };
  return (
    <label
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileUp size={24} strokeWidth={1.5} aria-hidden="true" />
      <span>{t(busy ? 'articles.transfer.reading' : 'articles.transfer.drop')}</span>
      <input
        type="file"
        className="visually-hidden"
        accept=".zip,.csv,.json"
        disabled={busy}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file may be chosen again, once it was mended.
          event.currentTarget.value = '';
          if (file !== undefined) take(file);
        }}
      />
    </label>
  );
}
