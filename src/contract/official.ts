import { z } from 'zod';
import { Domain } from './domain.ts';
import type { Locale } from './locale.ts';
import { printable } from './text.ts';

export const Verdict = z.enum(['official', 'not_official', 'unknown']);
export type Verdict = z.infer<typeof Verdict>;

export const MentionKind = z.enum(['link', 'mail', 'phone', 'account']);
export type MentionKind = z.infer<typeof MentionKind>;

/** Social networks and messengers, as people call them. */
export const networkNames = {
  wechat: { 'zh-CN': '微信', en: 'WeChat' },
  qq: { 'zh-CN': 'QQ', en: 'QQ' },
  weibo: { 'zh-CN': '微博', en: 'Weibo' },
  alipay: { 'zh-CN': '支付宝', en: 'Alipay' },
  douyin: { 'zh-CN': '抖音', en: 'Douyin' },
  xiaohongshu: { 'zh-CN': '小红书', en: 'Xiaohongshu' },
  telegram: { 'zh-CN': 'Telegram', en: 'Telegram' },
  whatsapp: { 'zh-CN': 'WhatsApp', en: 'WhatsApp' },
  line: { 'zh-CN': 'LINE', en: 'LINE' },
  skype: { 'zh-CN': 'Skype', en: 'Skype' },
  facebook: { 'zh-CN': 'Facebook', en: 'Facebook' },
  instagram: { 'zh-CN': 'Instagram', en: 'Instagram' },
  x: { 'zh-CN': 'X', en: 'X' },
} as const satisfies Record<string, Record<Locale, string>>;
export type Network = keyof typeof networkNames;
export const Network = z.enum(Object.keys(networkNames) as [Network, ...Network[]]);

export const OfficialAccount = z.object({
  network: Network,
  handle: printable(64).regex(/^@?[\p{L}\p{N}._-]{2,64}$/u, 'must be the name of an account'),
});
export type OfficialAccount = z.infer<typeof OfficialAccount>;

/** Where the company can be met: everything else is not official. A domain stands for itself and all below it. */
export const OfficialChannels = z.object({
  domains: z.array(Domain).max(50),
  mailDomains: z.array(Domain).max(50),
  phones: z
    .array(
      z
        .string()
        .trim()
        .regex(/^\+?[0-9][0-9 ()-]{2,24}$/, 'must be a telephone number'),
    )
    .max(50),
  accounts: z.array(OfficialAccount).max(50),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'must be two letters such as CN')
    .describe('Where a telephone number without a country code is dialled (ISO 3166)'),
});
export type OfficialChannels = z.infer<typeof OfficialChannels>;

/** Nothing is invented: until somebody sets more, only the centre's own host is official. */
export const noChannels: OfficialChannels = {
  domains: [],
  mailDomains: [],
  phones: [],
  accounts: [],
  country: 'CN',
};
