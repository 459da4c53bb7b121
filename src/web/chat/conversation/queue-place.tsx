/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { MyPlace } from '../../../contract/queue.ts';
import type { ChatApi } from '../session/api.ts';
import { ClockIcon } from '../ui/icons.tsx';
import { useWhen } from '../ui/use-when.ts';
import { type ChatWords, useWords } from '../words.ts';

const AGAIN_MS = 5_000;

/** Asks where the customer stands, now and again while the page is looked at. What was known stays when it fails. */
function usePlace(api: ChatApi, c: string): MyPlace | null {
  const [place, setPlace] = useState<MyPlace | null>(null);
  useWhen([c], () => {
    const ask = () => {
      if (!document.hidden) api.place(c).then(setPlace, () => undefined);
    };
    ask();
    const timer = setInterval(ask, AGAIN_MS);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  });
  return place;
}

function rangeText({ t }: ChatWords, { range, attended }: MyPlace): string {
  if (!attended) return t('queue.nobody');
  if (range === null) return t('queue.unknown');
  if (range.from === 0) return range.to === 1 ? t('queue.soon') : t('queue.under', { to: range.to });
  return t('queue.range', { from: range.from, to: range.to });
}

/** The place in the queue and an honest range, with the reason where somebody goes ahead. */
export function QueuePlace({ api, c }: { api: ChatApi; c: string }) {
  const words = useWords();
  const { t } = words;
  const known = usePlace(api, c);
  if (known === null || known.place === null) return null;
  const { place, emergenciesAhead, front } = known;
  return (
    <div class="queue-place" role="status">
      <ClockIcon />
      <div>
        <p class="queue-turn">
          <strong>{place === 1 ? t('queue.next') : t('queue.place', { place })}</strong>
          <span>{rangeText(words, known)}</span>
        </p>
        {emergenciesAhead > 0 ? <p>{t('queue.emergencies', { count: emergenciesAhead })}</p> : null}
        {front ? <p>{t('queue.front')}</p> : null}
        <p>{t('queue.leave')}</p>
      </div>
    </div>
  );
}
