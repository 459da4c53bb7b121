import type { Line, Story } from './story.ts';

const LINES = 300;

const customer = [
  '第 {i} 笔也对不上，账单上是另一个金额。',
  '我又翻了一遍，{i} 号那天确实付了两次。',
  '这一笔是给{merchant}的，交易号后四位 {i}。',
  '好的，我记下来了。',
  '等一下，我找一下当时的短信。',
  '短信上写的时间和账单差了几分钟，算同一笔吗？',
  '那还剩多少笔没核对？',
];
const agent = [
  '这一笔核对过了，金额一致，只是入账晚了一天。',
  '收到，第 {i} 笔我标记为待商户确认。',
  '差几分钟是正常的：短信是受理时间，账单是入账时间。',
  '这一笔确实重复，已经提交退款。',
  '我们接着看下一笔，您慢慢找。',
  '目前一致的都打了勾，剩下的我列在备注里。',
];

/** A shopkeeper and an agent go through a month of payments, one by one: a conversation nobody has in one sitting. */
export function longStory(): Story {
  const lines: Line[] = [
    { c: '您好，我是开小店的，这个月的账单和我自己记的对不上，想一笔一笔核对，可以吗？' },
    { a: '{name}，您好，我是{agent}，工号 {number}。可以的，我陪您从月初开始，一笔一笔来。' },
  ];
  for (let i = 1; lines.length < LINES - 2; i++) {
    lines.push({
      c: (customer[i % customer.length] as string).replace('{i}', String(1000 + i * 37).slice(-4)),
    });
    lines.push({ a: (agent[i % agent.length] as string).replace('{i}', String(i)) });
    if (i % 40 === 0) lines.push({ n: `已核对 ${i} 笔，重复 ${Math.floor(i / 20)} 笔，退款已提交。` });
  }
  lines.push({ a: '全部核对完了：两笔重复的已退款，其余都一致。明细我放在凭证里，稍后发给您。' });
  lines.push({ c: '太感谢了，核对了这么久，辛苦你。' });
  return {
    topic: 'fees-statements',
    agent: 'lin',
    team: 'payments',
    tags: ['对账'],
    ends: 'open',
    ago: '70m',
    account: true,
    transaction: false,
    locale: 'zh-CN',
    lines,
  };
}
