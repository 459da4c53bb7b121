import { randomInt } from 'node:crypto';
import type { NewStaff } from '../../contract/staff.ts';

/** Conversations at a time. */
const capacity = 8;

/** Keys are how stories name people. */
export const demoStaff: Record<string, NewStaff & { locale: 'zh-CN' | 'en' }> = {
  zhou: person('周敏', 'zhou.min', 'admin', 'A1001'),
  he: person('何静', 'he.jing', 'supervisor', 'A1002'),
  chen: person('陈凯', 'chen.kai', 'senior', 'A1003'),
  lin: person('林悦', 'lin.yue', 'agent', 'A1004'),
  wu: person('吴磊', 'wu.lei', 'agent', 'A1005'),
  emma: { ...person('Emma Clarke', 'emma.clarke', 'agent', 'A1006'), locale: 'en' },
  su: person('苏晴', 'su.qing', 'editor', 'A1007'),
};

export const demoTeams: Record<string, { name: string; description: string; members: string[] }> = {
  payments: {
    name: '付款与转账',
    description: '付款、转账、充值、提现和退款',
    members: ['chen', 'lin', 'wu', 'emma'],
  },
  accounts: {
    name: '账户与安全',
    description: '账户、认证、银行卡和紧急情况',
    members: ['he', 'chen', 'wu'],
  },
};

function person(name: string, mailbox: string, role: NewStaff['role'], staffNumber: string) {
  const locale = 'zh-CN' as const;
  return { name, email: `${mailbox}@demo.okpay.example`, role, staffNumber, locale, capacity };
}

/** Without the letters and digits that are mistaken for one another. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password of about 79 bits that can be read from one screen and typed on another. */
export function makePassword(): string {
  const letters = Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return letters.replace(/(.{4})(?!$)/g, '$1-');
}
