import type { Locale } from '../contract/locale.ts';
import type { SecretKind } from '../contract/secrets.ts';

/** What stands in a text in the place of a secret, in the language of its writer. */
const labels: Record<Locale, Record<SecretKind, string>> = {
  'zh-CN': {
    card: '银行卡',
    cvv: '卡安全码',
    expiry: '卡有效期',
    password: '密码',
    pin: 'PIN 码',
    otp: '验证码',
    'id-number': '证件号',
    iban: 'IBAN',
    'bank-account': '银行账号',
    'seed-phrase': '助记词',
    'private-key': '私钥',
    'api-secret': '密钥',
  },
  en: {
    card: 'card',
    cvv: 'CVV',
    expiry: 'expiry',
    password: 'password',
    pin: 'PIN',
    otp: 'code',
    'id-number': 'ID number',
    iban: 'IBAN',
    'bank-account': 'bank account',
    'seed-phrase': 'mnemonic',
    'private-key': 'private key',
    'api-secret': 'secret key',
  },
};

export const markFor = (kind: SecretKind, locale: Locale, shown = ''): string =>
  `${beginnings[locale][kind]}${shown}]`;

const begin = (names: Record<SecretKind, string>) =>
  Object.fromEntries(Object.entries(names).map(([kind, name]) => [kind, `[${name} ••••`]));
/** Every mark up to what it shows, put together once. */
const beginnings = { 'zh-CN': begin(labels['zh-CN']), en: begin(labels.en) } as typeof labels;

/** Unlike anything a detector looks for: a mark is no secret, and no context reaches over it. */
export const COVER = '\ue000';
const DOTS = ' ••••';
/** Letters between the bracket and the dots of a mark. */
const LABEL_MAX = 14;
const behindDots = /(?:\d{4})?\]/y;

const LONGEST_MARK = LABEL_MAX + DOTS.length + 6;
/** Covers of every length; kept, because a hostile text has a hundred thousand marks. */
const covers = Array.from({ length: LONGEST_MARK + 1 }, (_, length) => COVER.repeat(length));

/** Where the mark with these dots begins; -1 when it is none: `[`, two letters or more, and no bracket or line between. */
function markBefore(text: string, dots: number): number {
  for (let at = dots - 1; at >= Math.max(0, dots - LABEL_MAX - 1); at--) {
    const unit = text[at];
    if (unit === '[') return dots - at > 2 ? at : -1;
    if (unit === ']' || unit === '\n') return -1;
  }
  return -1;
}

/**
 * Covers the marks that an earlier inspection left, keeping every other character in its place. Steps from dots to dots:
 * a text of nothing but marks is the guard's own work on a hostile one.
 */
export function coverMarks(text: string): string {
  let covered = '';
  let done = 0;
  for (let dots = text.indexOf(DOTS); dots >= 0; dots = text.indexOf(DOTS, dots + DOTS.length)) {
    behindDots.lastIndex = dots + DOTS.length;
    const start = markBefore(text, dots);
    if (start < done || !behindDots.test(text)) continue;
    covered += text.slice(done, start) + covers[behindDots.lastIndex - start];
    done = behindDots.lastIndex;
  }
  return done === 0 ? text : covered + text.slice(done);
}

/** Whether a line ends with a card of which nothing is shown, because it was only a part of one. */
export const isPartOfCard = (line: string): boolean =>
  Object.values(labels).some(({ card }) => line.endsWith(`[${card} ••••]`));

/** What a kind of secret is called in the middle of a sentence. */
export const nameOf = (kind: SecretKind, locale: Locale): string => labels[locale][kind];
