import type { Locale } from '../contract/locale.ts';
import { type Network, networkNames } from '../contract/official.ts';

/**
 * Why something is official, is not, or cannot be told: one sentence in each language, for somebody who does not know
 * what a domain is. `{name}` is filled from the finding.
 */
const reasons = {
  'host-official': {
    'zh-CN': '{host} 是官方网址。',
    en: '{host} is an official address.',
  },
  'host-look-alike': {
    'zh-CN': '{host} 用长得很像的字符冒充官方的 {official}。',
    en: '{host} uses characters that only look like the official {official}.',
  },
  'host-begins': {
    'zh-CN': '这个网址属于 {owner}，其中的“{official}”只是写来让人相信的。',
    en: 'This address belongs to {owner}; “{official}” is only written into it to be believed.',
  },
  'host-other-ending': {
    'zh-CN': '{host} 的结尾与官方的 {official} 不同，是另一个网址。',
    en: '{host} ends differently from the official {official}, so it is another address.',
  },
  'host-similar': {
    'zh-CN': '{host} 与官方的 {official} 只差一点，但不是同一个网址。',
    en: '{host} differs only a little from the official {official}, but it is another address.',
  },
  'host-borrows-name': {
    'zh-CN': '{owner} 借用了我们的名字，但不是官方网址。',
    en: '{owner} borrows our name, but it is not an official address.',
  },
  'host-shortened': {
    'zh-CN': '{host} 是短链接，看不出通向哪里；我们不用短链接联系您。',
    en: '{host} is a short link that hides where it leads; we do not write to you with short links.',
  },
  'host-is-number': {
    'zh-CN': '{host} 是一串数字组成的地址，官方网址从不这样写。',
    en: '{host} is an address made of numbers; official addresses never are.',
  },
  'host-behind-at': {
    'zh-CN': '“@”前面的文字只是装样子，实际打开的是 {host}。',
    en: 'What stands before the “@” is only decoration: this opens {host}.',
  },
  'host-other': {
    'zh-CN': '{host} 不在官方网址之列。',
    en: '{host} is not among the official addresses.',
  },
  'link-scheme': {
    'zh-CN': '以“{scheme}:”开头的不是网页地址，不会打开官方网站。',
    en: 'What begins with “{scheme}:” is not a web address and does not open the official site.',
  },
  'link-broken': {
    'zh-CN': '这个地址的写法不正确，官方地址不会这样写。',
    en: 'This address is not written correctly; official ones are.',
  },
  'link-two-readings': {
    'zh-CN': '这个网址故意写得让不同的程序打开不同的网站。',
    en: 'This address is written so that different programs open different sites.',
  },
  'link-glued': {
    'zh-CN': '网址前面连着别的字，看不清从哪里开始。请只粘贴网址本身。',
    en: 'Other characters are joined to the address, so where it begins is not clear. Paste the address alone.',
  },
  'mail-official': {
    'zh-CN': '{address} 是官方邮箱。发件人可以伪造，信中的链接也请查一查。',
    en: '{address} is an official address. A sender can be forged, so check the links in the mail too.',
  },
  'mail-other': {
    'zh-CN': '{address} 不在官方邮箱之列。',
    en: '{address} is not among the official mail addresses.',
  },
  'mail-two-at': {
    'zh-CN': '一个邮箱地址里有两个“@”，这是伪造的写法。',
    en: 'A mail address with two “@” is a forged one.',
  },
  'mail-broken': {
    'zh-CN': '这个邮箱地址的写法不正确，官方邮箱不会这样写。',
    en: 'This mail address is not written correctly; official ones are.',
  },
  'phone-official': {
    'zh-CN': '{official} 是官方电话。来电显示可以伪造，不放心就挂断后自己拨打。',
    en: '{official} is an official number. A caller’s number can be forged: if in doubt, hang up and dial it yourself.',
  },
  'phone-similar': {
    'zh-CN': '{phone} 与官方电话 {official} 只差一点，但不是同一个号码。',
    en: '{phone} differs only a little from the official {official}, but it is another number.',
  },
  'phone-other': {
    'zh-CN': '{phone} 不在官方电话之列。',
    en: '{phone} is not among the official numbers.',
  },
  'phone-letters': {
    'zh-CN': '{phone} 用字母冒充数字，官方电话不会这样写。',
    en: '{phone} has letters in the place of digits; official numbers never do.',
  },
  'phone-unclear': {
    'zh-CN': '{phone} 没有写国家代码，在不同国家是不同的号码。官方电话是 {official}。',
    en: '{phone} has no country code and is another number in another country. The official number is {official}.',
  },
  'too-many-numbers': {
    'zh-CN': '这段文字里的号码太多，没有全部查完。请分几次粘贴。',
    en: 'There are too many numbers in this text to check them all. Paste it in parts.',
  },
  'account-official': {
    'zh-CN': '{network} 的 {handle} 是官方账号。',
    en: '{handle} on {network} is an official account.',
  },
  'account-other': {
    'zh-CN': '{network} 的 {handle} 不是官方账号；客服不会用私人账号联系您。',
    en: '{handle} on {network} is not an official account; our agents never write from private ones.',
  },
  'account-unclear': {
    'zh-CN': '只有账号名“{handle}”，看不出是哪个平台的。',
    en: '“{handle}” is only a name; which network it is on is not clear.',
  },
  'nothing-found': {
    'zh-CN': '这段文字里没有网址、邮箱、电话或账号，我们查不出什么。',
    en: 'There is no link, mail address, telephone number or account in this text that could be checked.',
  },
  'nothing-given': {
    'zh-CN': '还没有填写要查的内容。',
    en: 'Nothing was given to check.',
  },
} as const satisfies Record<string, Record<Locale, string>>;

/** Why, with what the sentence names. */
export interface Reason {
  readonly code: keyof typeof reasons;
  readonly values: Readonly<Record<string, string>>;
}

/** Marks that turn the direction of a text, or that nobody sees: they must not hide anything in our own sentence. */
const unseen = /[\p{Cf}\p{Cc}]/gu;
const SHOWN_MAX = 120;

/** A piece of somebody's text as it may stand in a sentence of ours. */
export const shown = (text: string): string => {
  const seen = text.replace(unseen, '');
  return seen.length > SHOWN_MAX ? `${seen.slice(0, SHOWN_MAX)}…` : seen;
};

/** The reason as a sentence. */
export function reasonText({ code, values }: Reason, locale: Locale): string {
  const value = (name: string) =>
    name === 'network' ? networkNames[values.network as Network]?.[locale] : values[name];
  return reasons[code][locale].replace(/\{(\w+)\}/g, (whole, name: string) => shown(value(name) ?? whole));
}
