import { z } from 'zod';
import { Domain } from './domain.ts';
import { PASTED_MAX } from './limits.ts';
import type { Locale } from './locale.ts';
import { printable, wording } from './text.ts';

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

/** The official list as it counts: what is set at the desk, and what the centre's own settings say already. */
export const OfficialSetting = z.object({
  set: OfficialChannels,
  standing: z
    .object({ domains: z.array(z.string()), mailAddresses: z.array(z.string()), phones: z.array(z.string()) })
    .describe('Official in any case: the address of the centre, and what the brand names'),
});
export type OfficialSetting = z.infer<typeof OfficialSetting>;

/** What the pages of the centre mark as official without asking for each link. */
export const OfficialDomains = z.object({ domains: z.array(z.string()) });
export type OfficialDomains = z.infer<typeof OfficialDomains>;

/** Something a customer is not sure of: a link, an address, a number, or the whole message they were sent. */
export const CheckText = z.object({ text: wording(PASTED_MAX).min(1, 'must not be empty') });

export const Mention = z.object({
  kind: MentionKind,
  written: z.string().describe('As it stands in the text'),
  means: z.string().describe('What it is once every disguise is off: a host, an address, a number in E.164'),
  verdict: Verdict,
  reason: z.string(),
});

export const CheckAnswer = z.object({
  verdict: Verdict.describe('One thing that is not official decides over the whole text'),
  reason: z.string().describe('One sentence in the language of the caller'),
  advice: z.string().describe('What to do next'),
  mentions: z.array(Mention),
});
export type CheckAnswer = z.infer<typeof CheckAnswer>;

/** Something customers reported as pretending to be us. */
export const ReportedChannel = z.object({
  id: z.int(),
  kind: MentionKind,
  means: z.string(),
  reports: z.int(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  reviewedAt: z.iso.datetime().nullable(),
  reviewedBy: z.string().nullable().describe('Name of who looked at it'),
  latest: z.string().describe('What the last customer had pasted, without secrets'),
});
export type ReportedChannel = z.infer<typeof ReportedChannel>;

export const ReportedQuery = z.object({
  state: z.enum(['waiting', 'reviewed']).default('waiting'),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type ReportedQuery = z.infer<typeof ReportedQuery>;
export const ReportedList = z.object({ rows: z.array(ReportedChannel) });
