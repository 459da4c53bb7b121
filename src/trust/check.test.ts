import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PASTED_MAX } from '../contract/limits.ts';
import { noChannels, type Verdict } from '../contract/official.ts';
import { check } from './check.ts';
import { hostOf } from './host-of.ts';
import { officialList } from './official-list.ts';
import { reasonText } from './reasons.ts';

const list = officialList(
  {
    ...noChannels,
    domains: ['pay.example', 'paywallet.example'],
    mailDomains: ['pay.example'],
    phones: ['+1-800-555-0142', '400-555-0142', '95599'],
    accounts: [{ network: 'wechat', handle: 'pay_service' }],
  },
  ['help@shared.example'],
);
const verdictOf = (text: string): Verdict => check(text, list).verdict;
const reasonOf = (text: string): string => check(text, list).reason.code;

describe('what is ours is found, however it is written', () => {
  test.each([
    'https://pay.example',
    'HTTPS://WWW.PAY.EXAMPLE:443/help?next=https://other.example#top',
    'pay.example',
    'help.pay.example/zh',
    '//pay.example/a',
    'https:\\\\pay.example\\a',
    'https://pay.example./',
    'https://ｐａｙ.example/',
    'https://pay。example/',
    'https://p%61y.example/',
    '请访问pay.example办理，谢谢',
    '【Pay】请登录https://pay.example查看。',
    'Visit pay.example or call 400-555-0142.',
    'service+1@mail.pay.example',
    'mailto:service@pay.example?subject=hello',
    '"Pay 客服" <Service@PAY.example>',
    'help@shared.example',
    '400-555-0142',
    '４００－５５５－０１４２',
    '+86 400 555 0142',
    '客服电话：4005550142',
    '400-555-0142 转 8',
    'tel:+18005550142',
    '001-800-555-0142',
    '1 (800) 555-0142',
    '95599',
    '微信：pay_service',
  ])('%s', (text) => expect(verdictOf(text)).toBe('official'));
});

describe('what is not ours is named, and the reason helps to see it', () => {
  test.each([
    ['https://xn--py-7kc.example/', 'host-look-alike'],
    ['https://раywallet.example', 'host-look-alike'],
    ['https://paywa1let.example', 'host-look-alike'],
    ['https://pay.example.other.example/', 'host-begins'],
    ['https://pay.example-verify.example/', 'host-begins'],
    ['https://pay.example%E3%80%82other.example/', 'host-begins'],
    ['paywallet.cn', 'host-other-ending'],
    ['pay-wallet.example', 'host-similar'],
    ['paywalet.example', 'host-similar'],
    ['secure-paywallet.example', 'host-borrows-name'],
    ['https://paywallet.github.io', 'host-other-ending'],
    ['https://pay.example@other.example/', 'host-behind-at'],
    ['https://pay.example\\@other.example/', 'link-two-readings'],
    ['https://bit.ly/pay', 'host-shortened'],
    ['http://0x7f000001/pay.example', 'host-is-number'],
    ['https://other.example/?to=https://pay.example', 'host-other'],
    ['blob:https://pay.example/1', 'link-scheme'],
    ['data:text/html,pay.example', 'link-scheme'],
    ['javascript:location="https://pay.example"', 'link-scheme'],
    ['ftp://pay.example', 'link-scheme'],
    ['https://pay .example', 'link-broken'],
    ['https://\u202eelpmaxe.yap/', 'link-broken'],
    ['[https://pay.example](https://other.example)', 'host-other'],
    ['"service@pay.example" <a@other.example>', 'mail-other'],
    ['service@pay.example,a@other.example', 'mail-other'],
    ['service@pay.example@other.example', 'mail-two-at'],
    ['service@pay.example/other', 'mail-broken'],
    ['\u202e//other.example\\@pay.example', 'link-two-readings'],
    ['400-555-01422', 'phone-similar'],
    ['+400-555-0142', 'phone-similar'],
    ['4OO-555-O142', 'phone-letters'],
    ['138 0013 8000', 'phone-other'],
    ['请加客服微信 pay_service1 退款', 'account-other'],
    ['QQ 12345678', 'account-other'],
  ])('%s: %s', (text, reason) => {
    expect([verdictOf(text), reasonOf(text)]).toEqual(['not_official', reason]);
  });
});

test.each([
  ['', 'nothing-given'],
  ['你好，我的付款失败了，订单号 20261127123456，金额 1,234.56 元，2026-11-27 10:00', 'nothing-found'],
  ['支付pay.example', 'link-glued'],
  ['18005550142', 'phone-unclear'],
  ['@pay_service', 'account-unclear'],
])('it does not pretend to know: %s', (text, reason) => {
  expect([verdictOf(text), reasonOf(text)]).toEqual(['unknown', reason]);
});

test('one thing that is not ours decides over a whole message', () => {
  const message =
    'Pay: visit https://pay.example, call 400-555-0142, or write to help@pay.example.evil.example';
  const { verdict, reason, findings } = check(message, list);
  expect(verdict).toBe('not_official');
  expect(findings.map((each) => each.verdict)).toEqual(['official', 'not_official', 'official']);
  expect(reasonText(reason, 'zh-CN')).toContain('evil.example');
  expect(reasonText(reason, 'en')).not.toMatch(/[{}]/);
});

test('a text that is too long to be read to its end is never called official', () => {
  const long = `https://pay.example ${'.'.repeat(PASTED_MAX)} https://other.example`;
  expect(verdictOf(long)).toBe('unknown');
});

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
const isOurs = (host: string): boolean => list.domains.some((domain) => `.${host}`.endsWith(`.${domain}`));

/** Hosts of somebody else, most of them made to look like ours. */
const foreignHost = fc
  .tuple(
    fc.constantFrom(
      'pay.example',
      'paywallet.example',
      'www.pay.example',
      'раy',
      'ｐａｙ',
      'pay',
      'xn--py-7kc',
    ),
    fc.constantFrom('.', '-', '。', '．', '%2e', '\u200b.', '', '.pay.example.'),
    label,
    fc.constantFrom('evil.com', 'evil.cn', 'pay.example.net', 'github.io', 'evilpay.example'),
  )
  .map(([front, joint, middle, end]) => `${front}${joint}${middle}.${end}`);
const dressing = fc.record({
  before: fc.constantFrom('', ' ', '请访问 ', '（', '"', '<', '[官网](', '\u202e', 'https://pay.example '),
  scheme: fc.constantFrom('https://', 'http://', 'HTTPS://', '//', 'https:', 'https:\\\\', 'https:///'),
  user: fc.constantFrom('', 'pay.example@', 'pay.example:443@', 'pay.example%00@', 'a:b@', 'pay.example&x=@'),
  after: fc.constantFrom(
    '',
    '.',
    ':443',
    ':8443',
    '/',
    '/pay.example',
    '?u=https://pay.example',
    '#@pay.example',
    '\\@pay.example',
  ),
  end: fc.constantFrom('', ' ', '）', '">', '。', ' 谢谢', ')', '\n'),
});

const anyText = fc
  .array(fc.nat({ max: 0x10ffff }), { maxLength: 200 })
  .map((codePoints) => String.fromCodePoint(...codePoints));

describe('for any input', () => {
  test('a host outside the list is never called official, whatever it is dressed in', () => {
    fc.assert(
      fc.property(foreignHost, dressing, (host, { before, scheme, user, after, end }) => {
        const address = `${scheme}${user}${host}${after}`;
        const opened = hostOf(address.startsWith('//') ? `https:${address}` : address);
        fc.pre(opened === null || !isOurs(opened));
        return verdictOf(`${before}${address}${end}`) !== 'official';
      }),
      { numRuns: 2_000 },
    );
  });

  test('a mail domain outside the list is never called official', () => {
    fc.assert(
      fc.property(foreignHost, label, (host, local) => {
        const texts = [
          `${local}@${host}`,
          `"service@pay.example" <${local}@${host}>`,
          `mailto:${local}@${host}`,
        ];
        return texts.every((text) => verdictOf(text) !== 'official');
      }),
    );
  });

  test('a number that is not on the list is never called official', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[0-9]{5,14}$/), (number) => {
        const digits = number.replace(/^(\+86|0086|86|\+|00)/, '');
        fc.pre(!['4005550142', '18005550142', '95599'].includes(digits));
        return verdictOf(number) !== 'official';
      }),
    );
  });

  test('the answer has a reason in both languages and is the same the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const answer = check(text, list);
        expect(check(text, list)).toEqual(answer);
        for (const locale of ['zh-CN', 'en'] as const) expect(reasonText(answer.reason, locale)).not.toBe('');
      }),
    );
  });
});

test.each([
  'a',
  '1',
  '.',
  '@',
  ':',
  '://',
  '//',
  '-',
  '+1 ',
  '汉',
  'a.',
  'a@',
  '微信',
  '(1) ',
  'xn--',
  'https://a.b/',
])('the longest text that is read takes no longer than a moment: %j over and over', (piece) => {
  const text = piece.repeat(Math.ceil(PASTED_MAX / piece.length));
  const from = performance.now();
  verdictOf(text);
  expect(performance.now() - from).toBeLessThan(250);
});
