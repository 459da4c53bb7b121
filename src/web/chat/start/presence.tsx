/** @jsxImportSource preact */
import type { Availability } from '../../../contract/availability.ts';
import { useWords } from '../words.ts';

/** Whether somebody is there, as the server said when the page was made. */
export function Presence({ chat }: { chat: Availability['chat'] | undefined }) {
  const { t, moment } = useWords();
  if (chat === undefined) return null;
  const online = chat.state === 'online';
  const text =
    chat.opensAt === null ? t('start.offline') : t('start.offlineUntil', { time: moment(chat.opensAt) });
  return (
    <p class={online ? 'presence online' : 'presence'}>
      <i aria-hidden="true" />
      {online ? t('start.online') : text}
    </p>
  );
}
