import { isAllDay, periodsText, whenFrom } from './times.ts';
import type { View } from './view.ts';

/** One way to reach the centre, with the truth of this minute. */
export interface Way {
  readonly id: 'chat' | 'phone' | 'email';
  readonly icon: string;
  readonly title: string;
  readonly on: boolean;
  readonly truth: string;
  readonly actions: readonly { href: string; label: string }[];
}

const opening = (view: View, opensAt: string | null): string | null =>
  opensAt === null ? null : whenFrom(view.now, new Date(opensAt), view.locale, view.timeZone);

function chatTruth(view: View): string {
  const { t, availability } = view;
  const { chat } = availability;
  if (chat.state === 'online') return t('contact.chatOnline');
  if (chat.reason === 'nobody') return t('contact.chatNobody');
  const time = opening(view, chat.opensAt);
  return time === null ? t('contact.chatClosedUnknown') : t('contact.chatClosed', { time });
}

function chatWay(view: View): Way {
  const { t, availability } = view;
  const on = availability.chat.state === 'online';
  const label = on ? t('contact.chatAction') : t('contact.chatLeave');
  return {
    id: 'chat',
    icon: 'message-circle',
    title: t('contact.chat'),
    on,
    truth: chatTruth(view),
    actions: [{ href: '/chat', label }],
  };
}

function phoneTruth(view: View): string {
  const { t, availability, locale } = view;
  const periods = availability.hoursToday.phone;
  if (availability.phone.state === 'open') {
    const hours = isAllDay(periods) ? t('contact.allDay') : (periodsText(periods, locale) ?? '');
    return t('contact.phoneOpen', { hours });
  }
  const time = opening(view, availability.phone.opensAt);
  return time === null ? t('contact.phoneClosedUnknown') : t('contact.phoneClosed', { time });
}

function phoneWay(view: View): Way {
  return {
    id: 'phone',
    icon: 'phone',
    title: view.t('contact.phone'),
    on: view.availability.phone.state === 'open',
    truth: phoneTruth(view),
    actions: view.availability.phone.numbers.map((number) => ({
      href: `tel:${number.replace(/[^+\d]/g, '')}`,
      label: number,
    })),
  };
}

function emailWay({ t, availability: { email } }: View): Way {
  return {
    id: 'email',
    icon: 'mail',
    title: t('contact.email'),
    on: true,
    truth: t('contact.emailOpen', { hours: email.replyWithinHours }),
    actions: email.addresses.map((address) => ({ href: `mailto:${encodeURI(address)}`, label: address })),
  };
}

/** The ways of contact that exist; one that was never set up is left out rather than shown as missing. */
export function waysOf(view: View): Way[] {
  const { phone, email } = view.availability;
  return [
    chatWay(view),
    ...(phone.state === 'none' ? [] : [phoneWay(view)]),
    ...(email.state === 'none' ? [] : [emailWay(view)]),
  ];
}
