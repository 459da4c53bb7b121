import type { Locale } from '../contract/locale.ts';
import type { Verdict } from '../contract/official.ts';

const advice: Record<Verdict, Record<Locale, string>> = {
  official: {
    'zh-CN': '可以使用。即使如此，也不要把密码、验证码或完整卡号告诉任何人。',
    en: 'You can use it. Even so, never tell anybody a password, a code or a whole card number.',
  },
  not_official: {
    'zh-CN': '不要打开、不要回复、不要转账。如果已经填写了密码或验证码，请立即联系客服。',
    en: 'Do not open it, do not answer, and send no money. If you already entered a password or code, contact an agent now.',
  },
  unknown: {
    'zh-CN': '先不要操作。请只粘贴网址、邮箱或号码本身再查一次，或者问客服。',
    en: 'Do nothing yet. Paste only the link, address or number and check again, or ask an agent.',
  },
};

/** What to do next, in a sentence or two. */
export const adviceText = (verdict: Verdict, locale: Locale): string => advice[verdict][locale];
