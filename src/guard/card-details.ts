/** What stands beside a card number: the security code and the date it expires. */
import { addAtEnd, addAtStart, type Found } from './found.ts';
import { goesOn, isOtherNumber, spoken } from './values.ts';

const cvvName =
  '(?:\\b(?:cvv2?|cvc2?|csc|cvn2?|cid|cv2|cav2?)(?![a-z])|\\b(?:card\\s)?(?:security|verification)\\s?(?:code|number|value|digits)|安全码|安全碼|校验码|验证值|(?:卡片?)?(?:背面|反面|后面|背后|背後)的?(?:末|后|後|最后)?(?:三|3|四|4)(?:位|个)(?:数字|數字|数|码)?|three digits (?:on|at) the back|3 digits (?:on|at) the back|(?:digits|number|code) on the back(?: of (?:the|my) card)?)';
const three = '(\\d[ -]?\\d[ -]?\\d(?:[ -]?\\d)?(?!\\d)';
const cvv = new RegExp(
  `${cvvName}(?:\\s?(?:code|number|no\\.?|#|码|碼|号|数字|2))?(?:\\s(?:on|of|for|from)\\s[^\\d.!?;\\n]{1,30}?(?=\\s(?:is|was)|:))?\\s*(?:[（(][^）)\\d]{1,16}[)）])?\\s*(?:(?:is|was|are|[:=]+>?|/|是|为|為|就是|of|:)\\s*){0,3}["'“(（【#-]{0,2}\\s?${three}|[零〇一二三四五六七八九]{3,4}(?![零〇一二三四五六七八九位])|${spoken(3, 4)})`,
  'gi',
);
const cvvIs = new RegExp(
  `(\\d{3,4})["'”]?\\s?(?:is|was|as|是|为)\\s?(?:(?:my|the|your|我的|我|卡的?)\\s?)?(?:\\w{2,10}\\s)?${cvvName}`,
  'gi',
);
const cvvGate =
  /cv[vcn2]|csc|\bcid\b|\bcav|security|verification|安全[码碼]|校验码|验证值|背面|反面|背后|背後|后面|on the back|at the back/i;

const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:20[1-9]\\d|[1-9]\\d)';
const date = `${month}\\s?[/\\-.]\\s?${year}(?![\\d/]|[-.]\\d)|20[1-9]\\d\\s?[/\\-.]\\s?(?:0[1-9]|1[0-2])(?![\\d/]|[-.]\\d)|(?:20)?\\d\\d\\s?年\\s?${month}\\s?月(?!\\s?\\d)|${month}\\s?月\\s?(?:20)?\\d\\d\\s?年|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[ ,/-]{1,2}(?:20)?\\d\\d(?!\\d)`;
const expiryName =
  '(?:\\b(?:card\\s)?exp(?:iry|iration|ires?|iring|\\.)?(?:\\s?(?:date|month|on|at|in))?|\\bvalid\\s?(?:thru|through|until|till|to)|\\bgood\\s?thru|\\bmm\\s?/\\s?yy(?:yy)?|有效期限?|有效日期|到期日?期?|到期时间|过期时间|失效日期|有效至)';
const expiry = new RegExp(
  `${expiryName}\\s*(?:(?:is|was|[:=]+>?|到|至|是|为|為|:)\\s*){0,3}["'“(（]{0,1}\\s?(${date}|(?:0[1-9]|1[0-2])\\s?[2-4]\\d(?!\\d))`,
  'gi',
);
const expiryGate = /exp|valid|good\s?thru|mm\s?\/|有效|到期|过期|失效/i;
const behindCard = new RegExp(`^[^\\d\\n]{0,24}[\\s,，;；/|]{0,4}(${date})`, 'i');
const cvvBehind = /^[\s,，;；/|]{1,4}(\d{3,4})(?!\d|[/.:-]\d)/;

const aboutCards = /卡|\bcards?\b|\bvisa\b|master\s?card|\bamex\b|银联|\bcv[vc]|安全码|unionpay/i;
const ofSomethingElse =
  /优惠|券|会员|合同|护照|保修|商品|证件|身份证|验证码|驗證碼|套餐|coupon|voucher|promo|offer|licen[cs]e|passport|subscription|membership|warranty|domain|certificate|contract|code\b/i;
/** As it is printed on a card. */
const printed = /^(?:0?[1-9]|1[0-2])\s?\/\s?(?:20)?\d\d$/;

/** Needs the cards that were found before it: a date or three digits right behind one belong to it. */
export function findCardDetails(text: string, found: Found[]): void {
  const cards = found.filter(({ kind }) => kind === 'card');
  if (cvvGate.test(text)) {
    addAtEnd(text, cvv, 'cvv', found, (_value, after) => !goesOn.test(after));
    addAtStart(text, cvvIs, 'cvv', found, (value, before) => !/[\d*]$/.test(before) && !isOtherNumber(value));
  }
  if (expiryGate.test(text)) {
    const ofCard = cards.length > 0 || aboutCards.test(text);
    const ofOther = !ofCard && ofSomethingElse.test(text);
    addAtEnd(text, expiry, 'expiry', found, (value) => ofCard || (!ofOther && printed.test(value)));
  }
  for (const card of cards) findBehind(text, card, found);
}

function findBehind(text: string, card: Found, found: Found[]): void {
  const behind = text.slice(card.end, card.end + 64);
  const date = behindCard.exec(behind);
  const value = date?.[1];
  let end = card.end;
  if (
    date !== null &&
    value !== undefined &&
    !/\b(?:on|at|since|from|paid|yesterday)\b|于|在|从/i.test(date[0])
  ) {
    end += date[0].length;
    found.push({ kind: 'expiry', start: end - value.length, end });
  }
  const code = end === card.end ? null : cvvBehind.exec(text.slice(end, end + 12));
  if (code?.[1] !== undefined)
    found.push({ kind: 'cvv', start: end + code[0].length - code[1].length, end: end + code[0].length });
}
