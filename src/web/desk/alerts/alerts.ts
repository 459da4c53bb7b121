import i18next from 'i18next';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import { navigateTo } from '../shell/navigate.ts';
import { remember, remembered } from '../ui/remembered.ts';
import { beep } from './sound.ts';

/** What was announced of each conversation, so that a changed tag is not heard as a message; forgotten once answered. */
const announced = new Map<string, string>();
/** The conversation being looked at: what arrives there needs no announcement while the page is in front. */
let onScreen: string | null = null;

export const setOnScreen = (c: string | null): void => {
  onScreen = c;
};

/** Whether this conversation is the one being looked at. */
export const isOnScreen = (c: string): boolean => c === onScreen;

/** Whether a change is a customer's word that `me` should hear of: one's own conversation, or one that nobody has. */
export function concerns(row: ConversationSummary, me: string): boolean {
  return (
    row.status === 'open' &&
    row.unread &&
    row.previewBy === 'customer' &&
    (row.agent === null || row.agent.id === me)
  );
}

const lookedAt = (row: ConversationSummary) =>
  row.id === onScreen && document.visibilityState === 'visible' && document.hasFocus();

export const notificationsWanted = (): boolean => remembered('notifications') !== 'off';
export const wantNotifications = (on: boolean): void => remember('notifications', on ? null : 'off');

function notify(row: ConversationSummary): void {
  if (!('Notification' in window) || Notification.permission !== 'granted' || !notificationsWanted()) return;
  if (document.visibilityState === 'visible' && document.hasFocus()) return;
  const title =
    row.agent === null ? i18next.t('alerts.newConversation', { name: row.customer.name }) : row.customer.name;
  // The same tag in several tabs shows one notification, and a later message replaces the earlier one.
  const notification = new Notification(title, { body: row.preview, tag: row.id });
  notification.onclick = () => {
    window.focus();
    navigateTo(`/inbox/${row.agent === null ? 'unassigned' : 'mine'}/${row.id}`);
    notification.close();
  };
}

/** Announces what just changed, when it is a customer's word for this agent. */
export function hearAlert(changed: readonly ConversationSummary[], me: string): void {
  for (const row of changed) {
    const news = `${row.agent?.id ?? ''} ${row.preview}`;
    if (!concerns(row, me)) announced.delete(row.id);
    if (!concerns(row, me) || announced.get(row.id) === news) continue;
    announced.set(row.id, news);
    if (lookedAt(row)) continue;
    beep(row.agent === null ? 'conversation' : 'message');
    notify(row);
  }
}
