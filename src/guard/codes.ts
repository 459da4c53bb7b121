/** One-time codes: digits or short mixtures that the words around them call a code to verify or sign in with. */
import { addAtEnd, addAtStart, type Detector } from './found.ts';
import { digitRow, goesOn, isOtherNumber, namedOtherwise, spoken } from './values.ts';

const chineseNames =
  '验证码|驗證碼|校验码|校驗碼|检验码|动态码|動態碼|动态密码|動態密碼|动态口令|动态验证|短信码|短信密码|认证码|認證碼|确认码|確認碼|激活码|登录码|登陆码|登入碼|随机码|隨機碼|随机密码|授权码|授權碼|一次性密码|一次性密碼|一次性口令|验证密码|安全码|安全碼|安全代码|安全代碼|安全验证码|识别码|口令码|提取码|取件码|提货码|认证代码|验证代码|驗證代碼|인증번호|인증\\s?코드|認証コード|確認コード|認証番号|ワンタイムパスワード';
const englishNames =
  '\\b(?:otp|totp|tan|(?:one[\\s-]?time|single[\\s-]?use|temporary)\\s?(?:pass\\s?(?:word|code)|code|pin|password)|(?:verif\\w{0,10}|security|secure|log[\\s-]?[io]n|sign[\\s-]?[io]n|auth\\w{0,12}|access|confirm\\w{0,6}|activation|sms|text|e-?mail|2fa|mfa|two[\\s-]?factor|two[\\s-]?step|id|pass|recovery|backup|device|registration|reset|unlock|session|approval|authorization|dynamic|magic)[\\s-]?(?:code|passcode)s?|passcodes?|(?:verification|security|auth\\w{0,12})\\s(?:number|key|pin|token)|einmalkennwort|c[oó]digo(?: de \\w{4,14})?|code de v[eé]rification)\\b';
const names = `(?:${chineseNames}|${englishNames})`;
/** "The code" alone, unless another word says that it is one of a post office, a shop or a programmer. */
const bareCode =
  "(?:^|[^a-z])(?:(?:your|my|the|this|that|a|an|new|got|received|sent|enter|use|input|type|is|whatsapp|telegram|google|apple|microsoft|uber|lyft|amazon|facebook|instagram|twitter|paypal|okpay|alipay|wechat|bank|\\w{3,12}'?s?)\\s)?code";
const notACode =
  /(?:error|promo(?:tion(?:al)?)?|zip|post(?:al)?|area|country|coupon|discount|sale|voucher|gift|referral|invit(?:e|ation)|reservation|ticket|staff|employee|student|class|club|team|track(?:ing)?|ref(?:erence)?|order|product|item|bar|swift|sort|branch|currency|status|response|source|qr|exit|http|tax|booking|building|dial(?:ling)?|city|state|region|carrier|merchant|reason|return|bank|vendor|airport|colou?r|dress|category|mcc|department|course|stock|fund|share)[\s-]?code/i;

const mixed = '(?=[a-z0-9-]{0,9}\\d)[a-z0-9]{4,10}(?![a-z0-9])';
const value = `(${digitRow(4, 10)}|[a-z]{1,2}-\\d{4,8}(?!\\d)|${mixed}|${spoken(4, 8)})`;
const opens = '["\'“”‘「『【\\[(<《*#]{0,2}';
const joins = `(?:\\s*(?:码|號碼|号码|code|number|no\\.?))?\\s*["'”」】\\])）]{0,2}\\s*(?:(?:is|was|are|[:=]|->|=>|→|是|为|為|就是|如下)[\\s:]*){0,3}[\\s-]{0,3}${opens}\\s?`;

const direct = new RegExp(`${names}${joins}${value}`, 'gi');
/** Some words between the name and "is": what the code is for. None of them ends the sentence. */
const distant = new RegExp(
  `${names}([^。！？；，、,!?;\\n]{1,60}?)(?:[:=]|是|为|為|\\bis\\b|\\bwas\\b)\\s{0,2}${opens}\\s?(\\d{4,8}(?!\\d)|\\d{3}[- ]\\d{3}(?!\\d))`,
  'gi',
);
const bare = new RegExp(
  `${bareCode}(?:\\s(?:they|you|he|she|i|we|that|which|from|sent|just|for|to|on)\\b[^.!?;\\d\\n]{0,30}?)?\\s*(?:(?:is|was|[:=]|是|为)\\s*){1,3}${opens}(${digitRow(4, 8)}|[a-z]{1,2}-\\d{4,8}|${spoken(4, 8)}|(?=[a-z]{0,8}\\d)(?=\\d{0,8}[a-z])[a-z0-9]{5,8}(?![a-z0-9]))|${bareCode}[ ]${opens}(\\d{4,8}(?!\\d)|\\d{3}-\\d{3}(?!\\d))`,
  'gi',
);
const startOfRow = '(\\d(?:[ -]?\\d){3,7}|[a-z]{1,2}-\\d{4,8}|(?=[a-z]{0,9}\\d)[a-z0-9]{4,10})';
const isCode = new RegExp(
  `${startOfRow}["'”」】\\])）]{0,2}\\s*(?:[,，]\\s?)?(?:(?:is|was|as|就是|是|为|為|作为|這個|这个|このコード|が)\\s?|\\(|（)[^。！？；\\d!?;\\n]{0,40}?(?:${names}|\\bcode\\b)`,
  'gi',
);
const enterIt = new RegExp(
  `(?:\\b(?:enter|use|type|input|reply(?: with)?|text back|send)|输入|輸入|填写|填入|回复|请用|使用)\\s?[:]?\\s?${opens}(${digitRow(4, 8)}|(?=[a-z0-9]{0,8}\\d)[A-Z0-9]{5,8}(?![a-z0-9]))`,
  'gi',
);
const initialised = /(?:将|將)\s?([A-Z0-9]{4,8})\s?[^。，,\d]{1,24}?(?:代码|代碼|验证码|驗證碼|code)/gi;
const toSignIn =
  /以(?:登入|登录|登陆|验证|驗證)|(?:来|進行|进行|完成|确认|確認)(?:登入|登录|登陆|验证|驗證|注册)|登录|登入|验证码|驗證碼|\bto\s(?:verify|log\s?in|sign\s?in|confirm|authenticate|complete|continue|reset|access|activate|finish|link|register|approve|authori[sz]e)/i;
/** Autofill's last line: "@example.com #123456". */
const boundToDomain = /@[a-z0-9.-]{3,60} #([a-z0-9]{4,10})/gi;

const unrelated =
  /尾号|尾號|末四位|手机|手機|电话|订单|單號|单号|流水|金额|余额|账号|帐号|有效|过期|過期|将于|將於|收不到|没收到|未收到|phone|mobile|order|ending|account|amount|balance|expir|valid|received? it|didn|not |n't|error|invalid/i;
const shop = /\boff\b|discount|coupon|promo|折|优惠|满减|红包/i;
const gate =
  /码|碼|口令|动态|一次性|otp|\btan\b|code|verif|secur|auth|2fa|mfa|log.?in|sign.?in|인증|認証|確認|ワンタイム|kennwort|enter|\buse\b|reply|填|回复|输入|輸入|c[oó]digo/i;

/** Digits that may be a code, or a short mixture that has a digit and is no ordinary word with a number behind. */
function mayBeCode(value: string, after: string): boolean {
  if (goesOn.test(after) || isOtherNumber(value)) return false;
  return (
    !/^[a-z]+$/i.test(value) || /^(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b/i.test(value)
  );
}

export const findCodes: Detector = (text, found) => {
  if (!gate.test(text)) return;
  const about = new RegExp(names, 'i').test(text);
  if (about) {
    addAtEnd(text, direct, 'otp', found, mayBeCode);
    for (const match of text.matchAll(distant)) {
      const number = match[2] ?? '';
      const end = match.index + match[0].length;
      if (!unrelated.test(match[1] ?? '') && mayBeCode(number, text.slice(end, end + 12)))
        found.push({ kind: 'otp', start: end - number.length, end });
    }
    for (const match of text.matchAll(boundToDomain)) {
      const end = match.index + match[0].length;
      found.push({ kind: 'otp', start: end - (match[1]?.length ?? 0), end });
    }
  }
  addAtStart(text, isCode, 'otp', found, (code, before) => {
    return (
      !/[a-z0-9*]$/i.test(before) && !namedOtherwise.test(before) && !isOtherNumber(code) && /\d/.test(code)
    );
  });
  for (const match of text.matchAll(initialised))
    if (/\d/.test(match[1] ?? '')) {
      const start = match.index + match[0].indexOf(match[1] ?? '');
      found.push({ kind: 'otp', start, end: start + (match[1]?.length ?? 0) });
    }
  if (toSignIn.test(text) && !shop.test(text)) addAtEnd(text, enterIt, 'otp', found, mayBeCode);
  if (/code/i.test(text) && !shop.test(text))
    for (const match of text.matchAll(bare)) {
      const number = match[1] ?? match[2] ?? '';
      const end = match.index + match[0].length;
      const words = text.slice(Math.max(0, match.index - 12), end);
      if (!notACode.test(words) && mayBeCode(number, text.slice(end, end + 12)))
        found.push({ kind: 'otp', start: end - number.length, end });
    }
};
