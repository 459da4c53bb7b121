import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, withSecrets } from '../../test/guard/cases.ts';
import { findSecrets } from './find-secrets.ts';
import { checkCharacter } from './id-numbers.ts';
import { passesLuhn } from './luhn.ts';
import { mask, maskAfter } from './mask.ts';

const anyMark = /\[[^[\]]{2,14} ••••\d*\]/g;

/** A number of a network's own length with the check digit that makes it pass (ISO/IEC 7812-1). */
const card = fc
  .record({
    start: fc.constantFrom('4', '51', '6228', '6217', '3566', '6011', '5018'),
    body: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 20, maxLength: 20 }),
  })
  .map(({ start, body }) => (start + body.join('')).slice(0, 15))
  .map((body) => body + [...'0123456789'].find((last) => passesLuhn(body + last)));

const scripts = fc.constantFrom(0x30, 0xff10, 0x660, 0x966, 0x1d7ce);
const inScript = (digits: string, zero: number): string =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

const born = fc
  .record({
    year: fc.integer({ min: 1930, max: 2012 }),
    month: fc.integer({ min: 1, max: 12 }),
    last: fc.nat(999),
  })
  .map(
    ({ year, month, last }) =>
      `110105${year}${String(month).padStart(2, '0')}15${String(last).padStart(3, '0')}`,
  )
  .map((body) => body + checkCharacter(body));

/** Texts made of what secrets are made of, in any order. */
const muddle = fc
  .array(
    fc.oneof(
      fc.constantFrom(...withSecrets.map((line) => line.replace(/[⟦⟧]/g, ''))),
      fc.constantFrom(
        '密码',
        '验证码是',
        'pin ',
        'code: ',
        'my password is ',
        'cvv',
        '有效期',
        ' ',
        '\n',
        '-',
        '123',
        '6222',
        'exp ',
        '[',
        ']',
        '••••',
        '"',
      ),
      card,
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('what is found', () => {
  test.each(withSecrets)('%s', (line) => {
    const kept = mask(line.replace(/[⟦⟧]/g, ''), 'en').text;
    expect(kept.replace(anyMark, '⟦⟧')).toBe(line.replace(/⟦[^⟧]*⟧/g, '⟦⟧'));
  });
});

describe('what is left alone', () => {
  test.each(clean)('%s', (text) => {
    expect(mask(text, 'en')).toEqual({ text, removed: [] });
  });
});

test('a card number never stands in what is kept, however it is spaced and in whatever digits', () => {
  const gaps = fc.constantFrom('', ' ', '-', '\n', '\r\n', '\u00a0', '\u200b', '\u00ad', ' - ', '–', '.');
  const before = fc.constantFrom('', 'my card ', '卡号：', '退到', 'Hello ');
  fc.assert(
    fc.property(
      card,
      gaps,
      fc.integer({ min: 3, max: 6 }),
      scripts,
      before,
      (digits, gap, every, zero, words) => {
        const groups = digits.match(new RegExp(`.{1,${every}}`, 'g')) ?? [];
        const written = inScript(groups.join(gap), zero);
        const { text, removed } = mask(`${words}${written} thanks`, 'en');
        expect(text).toBe(`${words}[card ••••${digits.slice(-4)}] thanks`);
        expect(removed).toEqual([{ kind: 'card', start: words.length, end: words.length + 15 }]);
      },
    ),
  );
});

test('a resident identity number never stands in what is kept', () => {
  fc.assert(
    fc.property(born, scripts, fc.boolean(), (number, zero, small) => {
      const written = inScript(small ? number.toLowerCase() : number, zero);
      expect(mask(`我是${written}，请查`, 'zh-CN').text).toBe('我是[证件号 ••••]，请查');
    }),
  );
});

test('masking again changes nothing', () => {
  fc.assert(
    fc.property(muddle, fc.constantFrom('zh-CN' as const, 'en' as const), (text, locale) => {
      const once = mask(text, locale).text;
      expect(mask(once, locale)).toEqual({ text: once, removed: [] });
    }),
    { numRuns: 400 },
  );
});

test('findings stand in the order of the text, each on its mark', () => {
  fc.assert(
    fc.property(muddle, (text) => {
      const { text: kept, removed } = mask(text, 'en');
      for (const { start, end } of removed)
        expect(kept.slice(start, end)).toMatch(/^\[[^[\]]+ ••••\d{0,4}\]$/);
      expect(removed).toEqual([...removed].sort((a, b) => a.start - b.start));
      expect(mask(text, 'en').removed).toEqual(removed);
    }),
  );
});

test('nothing but the secret is taken out', () => {
  const word = fc.constantFrom('hello', '你好', 'please', '谢谢', 'refund', '到账');
  fc.assert(
    fc.property(fc.array(word), card, fc.array(word), (before, digits, after) => {
      const around = (middle: string) => [...before, middle, ...after].join(' ');
      expect(mask(around(digits), 'en').text).toBe(around(`[card ••••${digits.slice(-4)}]`));
    }),
  );
});

test('what is kept can be stored: well formed, without NUL', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { text: kept } = mask(text, 'en');
      expect(kept.isWellFormed()).toBe(true);
      expect(kept).not.toContain('\0');
    }),
  );
});

test('kinds that the writer says are none are left where they are', () => {
  expect(mask('验证码 839201，卡 4111 1111 1111 1111', 'zh-CN', ['otp'])).toEqual({
    text: '验证码 839201，卡 [银行卡 ••••1111]',
    removed: [{ kind: 'card', start: 13, end: 27 }],
  });
});

describe('over several messages', () => {
  test.each([
    ['6222 0212', '3456 7890 128', '[银行卡 ••••]'],
    ['我的验证码是', '839201', '[验证码 ••••]'],
    ['my pin is', '1472', '[PIN 码 ••••]'],
    ['密码：', 'hunter2', '[密码 ••••]'],
    ['4111\n1111', '1111', '[银行卡 ••••]'],
    ['4111\n1111\n[银行卡 ••••]', '1111', '[银行卡 ••••]'],
  ])('%s, then %s', (earlier, text, kept) => {
    expect(maskAfter(earlier, text, 'zh-CN').text).toBe(kept);
  });

  test.each([
    ['我忘记密码了', '13800138000'],
    ['订单号', '20261122000171'],
    ['验证码收不到', '手机尾号 5678'],
    ['200', '300'],
    ['你好', '在吗'],
  ])('%s, then %s: nothing', (earlier, text) => {
    expect(maskAfter(earlier, text, 'zh-CN')).toEqual({ text, removed: [] });
  });
});

test('the time it takes grows with the length and no faster, whatever the text is made of', () => {
  const units = [
    '4',
    '4 ',
    '4111 ',
    '４',
    '验证码',
    '验证码 1',
    'password ',
    'password is a ',
    'code is ',
    'pin 1',
    'pin to a',
    '卡号',
  ];
  const more = [
    'abandon ',
    'DE89',
    '-----BEGIN PRIVATE KEY-----',
    'secret key ',
    'cvv ',
    'exp 1',
    '密码是',
    '(',
    '"',
    '=',
    'a',
    '\u200b',
    '12-',
    '银行账号',
    '的 ',
  ];
  for (const unit of [...units, ...more]) {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const from = performance.now();
    findSecrets(text);
    expect(performance.now() - from, unit).toBeLessThan(1_500);
  }
});
