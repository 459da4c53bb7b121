import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isHeated } from './heated.ts';

test.each([
  '你们客服都是废物',
  '傻逼客服，还我钱',
  '滚开',
  '他妈的到底什么时候到账',
  'You are useless',
  'you idiots, where is my money',
  'WHAT THE FUCK IS THIS',
  'ｆｕｃｋ you',
])('an insult is seen: %s', (text) => expect(isHeated(text)).toBe(true));

test.each([
  '我非常生气，钱三天了还没到账！',
  '这太慢了，我要投诉',
  '垃圾短信里有个链接，是你们发的吗？',
  '骗子拿了我的验证码',
  '他冒充客服骗了我，账户被盗了',
  'I am furious. This is the third time I ask!',
  'THIS IS UNACCEPTABLE, I WANT A SENIOR AGENT',
  'The code you sent is useless',
  'My card was stolen in Scunthorpe by a scammer',
  'Is the shuttle assistant in Essex open?',
])('anger and facts are no insult: %s', (text) => expect(isHeated(text)).toBe(false));

test('what stands around an insult does not hide it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      expect(isHeated(`${before} 蠢货 ${after}`)).toBe(true);
      expect(isHeated(`${before} idiot ${after}`)).toBe(true);
    }),
  );
});
