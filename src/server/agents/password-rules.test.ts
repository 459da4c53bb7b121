import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWeak } from './password-rules.ts';

const lin = { email: 'lin.mei@okpay.example', name: '林梅' };

test.each([
  'short one',
  'aaaaaaaaaaaaaaaa',
  '121212121212',
  'abcdefghijklmnop',
  'lin.mei@okpay.example',
  'Lin Mei 1234!',
  'password1234',
  'Qwerty123456!',
  'OKPay-Support-2026',
])('%s is too easy', (password) => expect(isWeak(password, lin)).toBe(true));

test.each(['quiet river 42 lamps', '雨后的第三只蓝色纸船漂走', 'lin mei walks by the harbour'])(
  '%s will do',
  (password) => expect(isWeak(password, lin)).toBe(false),
);

test('long random passwords are never refused, and short ones always are', () => {
  const random = fc.uint8Array({ minLength: 24, maxLength: 60 }).filter((bytes) => new Set(bytes).size > 16);
  fc.assert(fc.property(random, (bytes) => !isWeak(Buffer.from(bytes).toString('base64'), lin)));
  fc.assert(fc.property(fc.string({ maxLength: 11 }), (text) => isWeak(text, lin)));
});
