import type { Network } from '../contract/official.ts';
import type { Finding } from './finding.ts';
import { judgeAccount } from './judge-account.ts';
import type { OfficialList } from './official-list.ts';

/** What people call a network, the longest first where one begins another. */
const names: readonly (readonly [Network, string])[] = [
  ['wechat', '微信|薇信|威信|weixin|wechat|wx|vx|v信'],
  ['qq', '企鹅号|扣扣|qq'],
  ['weibo', '微博|weibo'],
  ['alipay', '支付宝|alipay'],
  ['douyin', '抖音|douyin|tiktok'],
  ['xiaohongshu', '小红书|xiaohongshu'],
  ['telegram', '电报|纸飞机|telegram|tg'],
  ['whatsapp', 'whatsapp|whats app'],
  ['line', 'line'],
  ['skype', 'skype'],
  ['facebook', 'facebook|fb'],
  ['instagram', 'instagram'],
  ['x', 'twitter|推特'],
];

const handle = '@?[a-z0-9][a-z0-9._-]{3,63}';
const patterns = names.map(
  ([network, called]) =>
    [
      network,
      new RegExp(
        `(?<![a-z0-9])(?:${called})\\s?(?:客服|号码|账号|帐号|号|群|id)?\\s{0,3}(?:[:：是为+])?\\s{0,3}(${handle})`,
        'giu',
      ),
    ] as const,
);

/** Every account that a text names with its network, judged, and the text without them. */
export function findAccounts(text: string, list: OfficialList): { findings: Finding[]; rest: string } {
  const findings: Finding[] = [];
  let rest = text;
  for (const [network, pattern] of patterns) {
    rest = rest.replace(pattern, (written: string, name: string) => {
      findings.push(judgeAccount(written, network, name, list));
      return ' ';
    });
  }
  const lone = /(?<![\p{L}\p{N}])@[a-z0-9][a-z0-9._-]{2,63}/giu;
  for (const [name] of rest.matchAll(lone)) {
    findings.push({
      kind: 'account',
      written: name,
      means: name.toLowerCase(),
      verdict: 'unknown',
      reason: { code: 'account-unclear', values: { handle: name } },
    });
  }
  return { findings, rest };
}
