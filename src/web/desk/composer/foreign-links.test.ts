import { expect, it } from 'vitest';
import { foreignLinks } from './foreign-links.ts';

it.each([
  ['请打开 https://pay.example/help', []],
  ['help.pay.example and PAY.example', []],
  ['write to help@evil.com, version 1.2.3, e.g. report.pdf', []],
  ['请打开 https://bit.ly/x，或 evil.com', ['bit.ly', 'evil.com']],
  ['https://pay.example@evil.com/ and https://evil.com/b', ['evil.com']],
  ['https://ｅｖｉｌ.com', ['evil.com']],
])('%s: %j', (text, hosts) => {
  expect(foreignLinks(text, ['pay.example'])).toEqual(hosts);
});
