import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMail } from './read-mail.ts';

const mail = (head: Record<string, string>, body: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(
      Object.entries({ From: 'Wei <wei@customer.example>', Subject: 'Payment', ...head })
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join(''),
    ),
    Buffer.from('\r\n'),
    Buffer.from(body),
  ]);

test.each([
  ['gb18030', Buffer.from([0xcd, 0xcb, 0xbf, 0xee])],
  ['hz-gb-2312', '~{MK?n~}'],
  ['utf-7', '+kABrPg-'],
  ['big5', Buffer.from([0xb0, 0x68, 0xb4, 0xda])],
])('a text in %s is read', async (charset, body) => {
  const { text } = await readMail(mail({ 'Content-Type': `text/plain; charset=${charset}` }, body));
  expect(text.trim()).toBe('退款');
});

test('of a mail in HTML what was written anew is read without its quotation', async () => {
  const html =
    '<p>还没有到账</p><br>OKPay 于2026年1月5日周一 12:01写道：<blockquote><p>请稍等</p></blockquote><script>x()</script>';
  const read = await readMail(mail({ 'Content-Type': 'text/html; charset=utf-8' }, html));
  expect(read.reply).toBe('还没有到账');
  expect(read.text).toContain('请稍等');
  expect(read.text).not.toContain('x()');
});

test('a mail that cannot be taken apart keeps its sender and subject, and goes along whole', async () => {
  let body = 'x';
  for (let depth = 0; depth < 2_000; depth++)
    body = `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n${body}\r\n--b${depth}--\r\n`;
  const raw = Buffer.from(
    `From: Wei <wei@customer.example>\r\nSubject: deep\r\nMIME-Version: 1.0\r\n${body}`,
  );
  const read = await readMail(raw);
  expect(read).toMatchObject({ broken: true, subject: 'deep', from: { address: 'wei@customer.example' } });
  expect(read.files).toEqual([expect.objectContaining({ name: 'mail.eml', content: raw })]);
});

test.each([
  [{ 'Auto-Submitted': 'auto-replied' }, 'auto-submitted'],
  [{ 'Return-Path': '<>' }, 'bounce'],
  [{ 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=x' }, 'bounce'],
  [{ From: 'Mail System <MAILER-DAEMON@mx.example>' }, 'bounce'],
  [{ Subject: '自动回复: 您的工单' }, 'out-of-office'],
  [{ Subject: 'Out of Office: until Monday' }, 'out-of-office'],
  [{ 'List-Unsubscribe': '<https://news.example/leave>', Precedence: 'bulk' }, 'bulk'],
  [{ Subject: '自动扣款怎么取消' }, null],
  [{ 'Auto-Submitted': 'no' }, null],
  [
    { 'List-Post': '<mailto:support@group.example>', 'List-Unsubscribe': '<mailto:x>', Precedence: 'list' },
    null,
  ],
] as const)('a mail with %j is automatic because of: %s', async (head, expected) => {
  const { automatic } = await readMail(mail(head as Record<string, string>, 'hello'));
  expect(automatic).toBe(expected);
});

test('whatever bytes come, a mail is read of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), fc.boolean(), async (bytes, isHeaded) => {
      const raw = isHeaded
        ? mail({ 'Content-Type': 'multipart/mixed; boundary=b' }, Buffer.from(bytes))
        : Buffer.from(bytes);
      const read = await readMail(raw);
      expect(read.text).toBeTypeOf('string');
    }),
  );
});
