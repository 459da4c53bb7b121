import { useCallback, useEffect, useState } from 'react';
import { keepable } from '../../shared/guard/examine.ts';
import { get, put } from '../api/client.ts';
import { currentLocale } from '../i18n.ts';
import { useMe } from '../session/me.ts';
import { DraftKeeper, type DraftText } from './draft-keeper.ts';

function save(path: string, draft: DraftText, closing: boolean): Promise<unknown> {
  if (!closing) return put(path, draft);
  const headers = { 'content-type': 'application/json' };
  return fetch(path, { method: 'PUT', headers, body: JSON.stringify(draft), keepalive: true });
}

/** What the agent is about to write in a conversation: kept on the server and on this device, restored from whichever is newer. */
export function useDraft(id: string): [DraftText, (change: Partial<DraftText>) => void] {
  const me = useMe();
  const [keeper] = useState(() => {
    const path = `/api/desk/conversations/${id}/draft`;
    return new DraftKeeper(
      `${me.id}:${id}`,
      (draft, closing) => save(path, draft, closing),
      (text) => keepable(text, currentLocale()),
    );
  });
  const [draft, setDraft] = useState(keeper.draft);
  useEffect(() => {
    const abort = new AbortController();
    get<DraftText | null>(`/api/desk/conversations/${id}/draft`, abort.signal)
      .then((found) => {
        if (found !== null && !abort.signal.aborted)
          setDraft(keeper.loaded({ text: found.text, note: found.note }));
      })
      .catch(() => undefined);
    const leave = () => keeper.flush(true);
    window.addEventListener('pagehide', leave);
    return () => {
      abort.abort();
      window.removeEventListener('pagehide', leave);
      keeper.flush(false);
    };
  }, [id, keeper]);
  const change = useCallback(
    (part: Partial<DraftText>) => {
      const next = { ...keeper.draft, ...part };
      keeper.change(next);
      setDraft(next);
    },
    [keeper],
  );
  return [draft, change];
}
