/** What values in context look like, in pieces that the detectors put into their patterns. */

/** Digits spelled out, which is how people dictate. */
const spokenDigit = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)';
export const spoken = (fewest: number, most: number): string =>
  `(?:${spokenDigit}[\\s,.-]{1,2}){${fewest - 1},${most - 1}}${spokenDigit}\\b`;

/** Digits, Chinese numerals among them, each at most a blank or a dash from the next, and no digit right behind. */
export const digitRow = (fewest: number, most: number): string =>
  `[\\d零〇一二三四五六七八九](?:[ -]?[\\d零〇一二三四五六七八九]){${fewest - 1},${most - 1}}(?![\\d零〇一二三四五六七八九])`;

/** Behind a number: a unit, or more of a date, an amount or a longer number. It is then no secret. */
export const goesOn =
  /^(?:k\b|\s?(?:位|个|個|字|次|天|分|元|块|年|月|日|号|岁|秒|小时|遍|条|张|笔|人|%|px|gb|mb|kg|km|th\b|nd\b|st\b|(?:digits?|characters?|chars?|days?|times?|years?|months?|weeks?|hours?|minutes?|mins?|seconds?|attempts?|letters?|percent|usd|dollars?|euros?|pounds?|requests?|people|transactions?|payments?|orders?)\b)|\s?[-/.年:]\s?\d|,\d{3}|\*|[xX]{2})/i;

/** A date as 2026-08-31 or 2026 08 31, a time, a mobile number, or an amount with cents. */
export const isOtherNumber = (value: string): boolean =>
  /^(?:19|20)\d\d[-/. ](?:0?[1-9]|1[0-2])\b/.test(value) ||
  /^1[3-9]\d[ -]?\d{4}[ -]?\d{4}$/.test(value) ||
  /^\d{1,6}\.\d\d$/.test(value) ||
  /^\d{1,2}:\d\d/.test(value);

/** Numbers that are named as something else right before. */
export const namedOtherwise =
  /(?:尾号|尾號|末四位|后四位|手机|手機|电话|號碼是|号码是?|订单号?|訂單|单号|流水号?|交易号|金额|余额|额度|充值|转账|支付|付款|提现|编号|账号|帐号|账户|帐户|客服|拨打|热线|第|¥|￥|\$|€|£|rmb|cny|usd|ending(?: in| with)?|phone|mobile|tel|orders?|invoice|ticket|case|ref|account|acct|amount|balance|paid|pay|hotline|call|room|no\.?|#)[\s:=是为("'“#]{0,4}$/i;
