import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visibleReply } from './visible-reply.ts';

const quoted = '> 您好，请把交易号发给我们。\n> 客服 A1001';

test.each([
  ['Gmail', `还没有到账\n\nOKPay <service@okpay.example> 于2026年1月5日周一 12:01写道：\n\n${quoted}`],
  [
    'Gmail in Taiwan',
    `还没有到账\n\nOKPay <service@okpay.example> 於 2026年1月5日 週一 下午12:01寫道：\n${quoted}`,
  ],
  [
    'an iPhone',
    '还没有到账\n\n发自我的iPhone\n\n> 在 2026年1月5日，12:01，OKPay <service@okpay.example> 写道：\n> \n' +
      quoted,
  ],
  [
    'QQ',
    '还没有到账\n\n\n------------------ 原始邮件 ------------------\n发件人: "OKPay" <service@okpay.example>;\n发送时间: 2026年1月5日\n主题: 您的工单\n\n请把交易号发给我们。',
  ],
  [
    '163',
    '还没有到账\n\n\n---- 回复的原邮件 ----\n| 发件人 | OKPay |\n| 主题 | 您的工单 |\n请把交易号发给我们。',
  ],
  [
    'Foxmail',
    '还没有到账\n\nwei@customer.example\n\n发件人： OKPay\n发送时间： 2026-01-05 12:01\n收件人： wei@customer.example\n主题： 您的工单\n请把交易号发给我们。',
  ],
  [
    'Outlook in Chinese',
    '还没有到账\n\n________________________________\n发件人: OKPay <service@okpay.example>\n发送时间: 2026年1月5日 12:01\n收件人: Wei\n主题: 您的工单\n\n请把交易号发给我们。',
  ],
])('what was written anew in %s is found', (_program, text) => {
  expect(visibleReply(text)).toBe('还没有到账');
});

test.each([
  ['On Mon, Jan 5, 2026 at 12:01 PM OKPay <service@okpay.example> wrote:\n> Please send us the number.'],
  ['On Mon, Jan 5, 2026 at 12:01 PM OKPay\n<service@okpay.example>\nwrote:\n\n> Please send us the number.'],
  ['-----Original Message-----\nFrom: OKPay\nSent: Monday\nSubject: Your case\n\nPlease send us the number.'],
  ['Le 5 janv. 2026 à 12:01, OKPay <service@okpay.example> a écrit :\n> Merci'],
  ['Am 05.01.2026 um 12:01 schrieb OKPay <service@okpay.example>:\n> Danke'],
  ['*From:* OKPay [mailto:service@okpay.example]\n*Sent:* Monday\n*To:* Wei\n\nPlease send us the number.'],
])('a quotation that begins %j is left out', (quotation) => {
  expect(visibleReply(`It did not arrive.\n\n${quotation}`)).toBe('It did not arrive.');
});

test.each([
  'On the other hand, it arrived on 5 January.',
  'Date: 5 January 2026\nTime: 12:01\nAmount: 59 EUR',
  'My list:\n----\n1. refund\n2. transfer of 5 EUR, twice.\n----\nThat is all I know.',
  'Sent from my desk, as you asked.',
  '订单时间：2026-01-05 12:01\n金额：59 元\n收款人：盒马',
])('%j is no quotation and no signature', (text) => {
  expect(visibleReply(text)).toBe(text);
});

test('answers between and below the quoted lines are kept', () => {
  const text =
    'Hello,\n\nOn Mon, Jan 5, 2026, OKPay <s@okpay.example> wrote:\n> Which bank?\nHSBC.\n> When?\nYesterday.';
  expect(visibleReply(text)).toBe('Hello,\n\nHSBC.\nYesterday.');
});

test('a signature is left out, and is all there is where there is nothing else', () => {
  expect(visibleReply('It works, thanks.\n\n-- \nWei Chen\nShanghai')).toBe('It works, thanks.');
  expect(visibleReply('It works, thanks.\n\nKind regards,\nWei Chen')).toBe('It works, thanks.');
  expect(visibleReply('Sent from my iPhone')).toBe('Sent from my iPhone');
});

const line = fc.oneof(
  fc.constantFrom(
    '',
    '> quoted',
    '----',
    '-- ',
    'On Jan 5, 2026, A <a@b.example> wrote:',
    '发件人: A',
    '主题: B',
    'Regards,',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

test('nothing is made up, and something is always left of what says something', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const text = lines.join('\n');
      const reply = visibleReply(text);
      const were = new Set(text.split(/\r\n?|\n/).map((each) => each.trim()));
      for (const each of reply.split('\n')) {
        const trimmed = each.trim();
        expect(trimmed === '' || [...were].some((was) => was.includes(trimmed))).toBe(true);
      }
      if (/[\p{L}\p{N}]/u.test(text)) expect(reply).not.toBe('');
    }),
  );
});
