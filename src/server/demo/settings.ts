import type { Brand } from '../../contract/brand.ts';
import type { Period, Schedule } from '../../contract/hours.ts';

/** A company that does not exist, in a domain nobody can own (RFC 2606). */
export const demoBrand: Brand = {
  name: { 'zh-CN': 'OKPay', en: 'OKPay' },
  accent: '#0f766e',
  phones: [{ number: '+86 100 0000 0000', label: { 'zh-CN': '客服热线', en: 'Customer line' } }],
  emails: ['support@okpay.example'],
  emailReplyHours: 4,
  officialDomain: 'okpay.example',
};

const everyDay = (periods: Period[]): Schedule['week'] => Array.from({ length: 7 }, () => periods);

/** Chat is open at any hour, so that a demonstration is too; the telephone rests at noon. */
export const demoHours: Schedule[] = [
  { channel: 'chat', teamId: null, week: everyDay([{ opens: '00:00', closes: '24:00' }]), exceptions: [] },
  {
    channel: 'phone',
    teamId: null,
    week: everyDay([
      { opens: '09:00', closes: '12:30' },
      { opens: '13:30', closes: '21:00' },
    ]),
    exceptions: [],
  },
];
