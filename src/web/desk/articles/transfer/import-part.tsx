import { Button, Switch } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '../../../../contract/transfer.ts';
import { query } from '../../api/client.ts';
import { upload } from '../../api/upload.ts';
import { useMay } from '../../session/me.ts';
import form from '../../ui/form.module.css';
import { useFailureText } from '../../ui/state.tsx';
import { DropPlace } from './drop-place.tsx';
import { Report } from './report.tsx';

/** What is being brought in: the file, what it would do or did, and why it could not be asked. */
interface Import {
  readonly file: File;
  readonly report: ImportReport | null;
  readonly error: unknown;
}

const send = (file: File, dryRun: boolean, publish: boolean) =>
  upload<ImportReport>(
    `/api/desk/content/import${query({ dryRun: String(dryRun), publish: String(publish) })}`,
    file,
  );

function useImport() {
  const client = useQueryClient();
  const [current, setCurrent] = useState<Import | null>(null);
  const [publish, setPublish] = useState(false);
  const [busy, setBusy] = useState(false);
  const ask = async (file: File, dryRun: boolean, shown: boolean) => {
    setBusy(true);
    setCurrent((now) => ({ file, report: now?.file === file ? now.report : null, error: null }));
    await send(file, dryRun, shown)
      .then(
        (report) => setCurrent({ file, report, error: null }),
        (error: unknown) => setCurrent({ file, report: null, error }),
      )
      .finally(() => setBusy(false));
    if (!dryRun) await client.invalidateQueries({ queryKey: ['articles'] });
  };
  return {
    current,
    busy,
    publish,
    look: (file: File) => void ask(file, true, publish),
    run: () => current !== null && void ask(current.file, false, publish),
    setPublish: (shown: boolean) => {
      setPublish(shown);
      if (current !== null) void ask(current.file, true, shown);
    },
  };
}

/** A file is dropped, its report is read, and then it is brought in. */
export function ImportPart() {
  const { t } = useTranslation();
  const mayPublish = useMay()('article.publish');
  const failure = useFailureText();
  const { current, busy, publish, look, run, setPublish } = useImport();
  const report = current?.report ?? null;
  const waiting = report?.dryRun === true && report.added + report.changed > 0;
  return (
    <div className={form.form}>
      <DropPlace busy={busy} take={look} />
      {mayPublish && (
        <Switch
          label={t('articles.transfer.publish')}
          description={t('articles.transfer.publishHint')}
          checked={publish}
          disabled={busy}
          onChange={(event) => setPublish(event.currentTarget.checked)}
        />
      )}
      {current !== null && current.error !== null && (
        <p role="alert" className={form.error}>
          {failure(current.error)}
        </p>
      )}
      {current !== null && report !== null && <Report name={current.file.name} report={report} />}
      {waiting && (
        <div className={form.buttons}>
          <Button loading={busy} onClick={run}>
            {t('articles.transfer.run', { count: report.added + report.changed })}
          </Button>
        </div>
      )}
    </div>
  );
}
