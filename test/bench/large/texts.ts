/** What ten million messages say: sentences of our own articles, and what customers and agents write, in both languages. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const merchants = [
  '永辉超市',
  '滴滴出行',
  '美团外卖',
  '中国铁路',
  'Blue Bottle',
  'Uniqlo',
  'Airbnb',
  'Steam',
  '携程',
  '盒马',
];
const banks = ['招商银行', '工商银行', '建设银行', '中国银行', 'HSBC', 'Citibank', 'DBS', '农业银行'];
const errors = ['E1042', 'E2001', 'P0007', 'T4410', 'L0099', 'V3120'];
const amounts = ['12.80', '59', '128.50', '500', '1,299.00', '3000', '8.8', '20000'];

/** {m} merchant, {b} bank, {e} error code, {a} amount. */
const patterns = [
  '我在{m}付款 {a} 元失败了，但是余额已经扣了，请帮我查一下',
  '转账 {a} 元到{b}已经两天了还没有到账，什么时候能到？',
  '绑定{b}卡的时候提示 {e}，试了好几次都不行',
  '{m}说已经退款了，可是我的账户里没有收到 {a} 元',
  '我的账户被锁定了，登录提示 {e}，手机也收不到验证码',
  '您好，已经为您查询，{b}预计在一到三个工作日内入账 {a} 元',
  '感谢您的耐心等待，我们已经向{m}核实这笔 {a} 元的交易',
  '好的，谢谢，我再等一等',
  '请问您看到的错误代码是 {e} 吗？可以发一张截图给我',
  '提现到{b}的手续费是多少？上次 {a} 元扣了不少',
  'I paid {a} at {m} and it failed, but the money left my balance',
  'My transfer of {a} to {b} has not arrived after two days',
  'The app shows {e} when I add my {b} card',
  '{m} says the refund of {a} was sent, I still do not see it',
  'Thank you for waiting, we asked {m} about the payment of {a}',
  'Could you send a screenshot of the error {e}, please?',
  'ok thanks, that solved it',
  'Why was I charged {a} twice by {m}?',
  'How long does a withdrawal to {b} take, and is {a} over my limit?',
  'Please cancel the subscription at {m}, {a} every month is too much',
];

function articleSentences(): string[] {
  const folder = join(import.meta.dirname, '../../../content/articles');
  const files = globSync('**/*.md', { cwd: folder }).sort();
  const bodies = files.map((file) =>
    readFileSync(join(folder, file), 'utf8').replace(/^---[\s\S]*?\n---\n/, ''),
  );
  const sentences = bodies.flatMap((body) =>
    body.replace(/[#*>|`[\]()]/g, ' ').split(/(?<=[。！？.!?])\s*|\n+/),
  );
  return sentences
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text.length >= 6 && text.length <= 200);
}

function filled(pattern: string, number: number): string {
  const pick = (list: string[], step: number) => list[Math.floor(number / step) % list.length] as string;
  return pattern
    .replace('{m}', pick(merchants, 1))
    .replace('{b}', pick(banks, 3))
    .replace('{e}', pick(errors, 7))
    .replace('{a}', pick(amounts, 11));
}

const VARIANTS = 200;

/** Some thousands of different texts, those that are said most often first. */
export function allTexts(): string[] {
  const said = Array.from({ length: VARIANTS }, (_none, number) =>
    patterns.map((pattern) => filled(pattern, number)),
  ).flat();
  return [...new Set([...said, ...articleSentences()])];
}
