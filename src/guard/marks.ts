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
  `[${labels[locale][kind]} ••••${shown}]`;

/** Unlike anything a detector looks for: a mark is no secret, and no context reaches over it. */
export const COVER = '\ue000';
const marks = /\[[^[\]\n]{2,14} ••••(?:\d{4})?\]/g;

/** Covers the marks that an earlier inspection left, keeping every other character in its place. */
export const coverMarks = (text: string): string =>
  text.includes('••••') ? text.replace(marks, (mark) => COVER.repeat(mark.length)) : text;

/** Whether a line ends with a card of which nothing is shown, because it was only a part of one. */
export const isPartOfCard = (line: string): boolean =>
  Object.values(labels).some(({ card }) => line.endsWith(`[${card} ••••]`));

/** What a kind of secret is called in the middle of a sentence. */
export const nameOf = (kind: SecretKind, locale: Locale): string => labels[locale][kind];
