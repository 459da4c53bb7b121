import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conversationOfAddress, replyAddress } from './reply-address.ts';

const centre = 'service@okpay.example';
const secret = 'a secret of this centre';

test('an answer finds its conversation, whatever became of the case of its letters', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.boolean(), (id, shouted) => {
      const address = replyAddress(centre, id, secret);
      expect(address.lastIndexOf('@')).toBeLessThanOrEqual(64);
      expect(conversationOfAddress(shouted ? address.toUpperCase() : address, [secret])).toBe(id);
    }),
  );
});

test('a secret that was changed still opens the letters sent before', () => {
  const id = 'ffffffff-ffff-4fff-bfff-ffffffffffff';
  expect(conversationOfAddress(replyAddress(centre, id, secret), ['newer', secret])).toBe(id);
  expect(conversationOfAddress(replyAddress(centre, id, secret), ['newer'])).toBeNull();
});

test('one digit altered opens nothing', () => {
  fc.assert(
    fc.property(
      fc.uuid(),
      fc.nat(37),
      fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz'),
      (id, at, digit) => {
        const address = replyAddress(centre, id, secret);
        const place = address.indexOf('+') + 1 + at;
        fc.pre(address[place] !== digit);
        const forged = address.slice(0, place) + digit + address.slice(place + 1);
        expect(conversationOfAddress(forged, [secret])).toBeNull();
      },
    ),
  );
});

test('whatever stands in an address is read without a fault', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(conversationOfAddress(text, [secret])).toBeNull();
    }),
  );
  expect(conversationOfAddress(`service+${'z'.repeat(38)}@okpay.example`, [secret])).toBeNull();
  expect(conversationOfAddress(`service+${'a'.repeat(1_000_000)}@okpay.example`, [secret])).toBeNull();
});

test('a centre whose own address is too long is told so', () => {
  const long = 'customer-service-of-the-company@okpay.example';
  expect(() => replyAddress(long, 'ffffffff-ffff-4fff-bfff-ffffffffffff', secret)).toThrow(RangeError);
});
