import { useCallback, useRef, useState } from 'react';
import type { AttachmentRef } from '../../../contract/events.ts';
import { ATTACHMENTS_MAX } from '../../../contract/limits.ts';
import { newId } from '../../shared/ids.ts';
import { upload } from '../api/upload.ts';

export interface Upload {
  readonly key: string;
  readonly file: File;
  readonly state: 'uploading' | 'done' | 'failed';
  readonly ref?: AttachmentRef;
  readonly error?: unknown;
}

const send = (file: File) => upload<AttachmentRef>('/api/desk/attachments', file);

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
