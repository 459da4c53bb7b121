import type { Locale } from '../../contract/locale.ts';
import type { Letter } from '../platform/mailer.ts';
import type { LinkKind } from './link-store.ts';

interface Words {
  subject: string;
  lines: (name: string, url: string) => string[];
}

const words: Record<LinkKind, Record<Locale, Words>> = {
  reset: {
    'zh-CN': {
      subject: '重设您的密码',
      lines: (name, url) => [
        `${name}，您好：`,
        `打开以下链接设置新密码（1 小时内有效，仅可使用一次）：\n${url}`,
        '如果不是您本人申请，请忽略这封邮件，密码不会改变。',
      ],
    },
    en: {
      subject: 'Choose a new password',
      lines: (name, url) => [
        `Hello ${name},`,
        `open this link to choose a new password. It works once, within an hour:\n${url}`,
        'If you did not ask for this, ignore this mail; your password stays as it is.',
      ],
    },
  },
  invitation: {
    'zh-CN': {
      subject: '您的客服工作台账号',
      lines: (name, url) => [
        `${name}，您好：`,
        `已为您开通客服工作台账号。打开以下链接设置您自己的密码（7 天内有效，仅可使用一次）：\n${url}`,
      ],
    },
    en: {
      subject: 'Your account at the support desk',
      lines: (name, url) => [
        `Hello ${name},`,
        `you have an account at the support desk. Open this link to choose your own password. It works once, within seven days:\n${url}`,
      ],
    },
  },
};

/** The letter that carries a one-time link, in the receiver's language. */
export function linkLetter(
  kind: LinkKind,
  to: { email: string; name: string; locale: Locale },
  url: string,
): Letter {
  const { subject, lines } = words[kind][to.locale];
  return { to: to.email, subject, text: `${lines(to.name, url).join('\n\n')}\n` };
}
