import { useCallback, useRef, useState } from 'react';
import type { AttachmentRef } from '../../../contract/events.ts';
import { ATTACHMENTS_MAX } from '../../../contract/limits.ts';
import { newId } from '../../shared/ids.ts';
import { RequestFailed } from '../api/client.ts';
import { currentLocale } from '../i18n.ts';

export interface Upload {
  readonly key: string;
  readonly file: File;
  readonly state: 'uploading' | 'done' | 'failed';
  readonly ref?: AttachmentRef;
  readonly error?: unknown;
}

async function send(file: File): Promise<AttachmentRef> {
  const body = new FormData();
  body.append('file', file, file.name);
  const headers = { accept: 'application/json', 'accept-language': currentLocale() };
  const response = await fetch('/api/desk/attachments', { method: 'POST', body, headers }).catch(() => {
    throw new RequestFailed(0, null);
  });
  if (!response.ok) throw new RequestFailed(response.status, await response.json().catch(() => null));
  return (await response.json()) as AttachmentRef;
}

/** Files on their way into the next message: each is uploaded as soon as it is added, and can be tried again or taken out. */
export function useUploads() {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const count = useRef(0);
  count.current = uploads.length;
  const update = useCallback((key: string, change: Partial<Upload>) => {
    setUploads((now) => now.map((each) => (each.key === key ? { ...each, ...change } : each)));
  }, []);
  const start = useCallback(
    (key: string, file: File) =>
      void send(file).then(
        (ref) => update(key, { state: 'done', ref }),
        (error: unknown) => update(key, { state: 'failed', error }),
      ),
    [update],
  );
  const add = useCallback(
    (files: Iterable<File>) => {
      const fresh = [...files]
        .slice(0, ATTACHMENTS_MAX - count.current)
        .map((file): Upload => ({ key: newId(), file, state: 'uploading' }));
      setUploads((now) => [...now, ...fresh]);
      for (const { key, file } of fresh) start(key, file);
    },
    [start],
  );
  const retry = useCallback(
    ({ key, file }: Upload) => {
      update(key, { state: 'uploading' });
      start(key, file);
    },
    [start, update],
  );
  const remove = useCallback(
    (key: string) => setUploads((now) => now.filter((each) => each.key !== key)),
    [],
  );
  const clear = useCallback(() => setUploads([]), []);
  return { uploads, add, retry, remove, clear };
}
