/** Bank accounts, which have no form of their own: digits that the words before them call one. */
import { addAtEnd, type Detector } from './found.ts';
import { goesOn } from './values.ts';

const account = '(\\d(?:[ -]?\\d){6,24})(?!\\d)';
const joins =
  '(?:\\s?(?:number|no\\.?|num|#|号码?|號碼?))?\\s*(?:(?:is|was|[:=]+>?|是|为|為|:)\\s*){0,3}["\'“(（]{0,1}\\s?';
const named = new RegExp(
  `(?:\\bbank\\s(?:account|a\\/c|acct)|\\bbeneficiary\\s(?:account|a\\/c)|\\b(?:routing|aba)\\b|银行(?:账|帐|賬|帳)(?:号|號|户|戶)|开户(?:账|帐)号|收款(?:账|帐)[号户]|对公(?:账|帐)[号户]|结算(?:账|帐)[号户]|储蓄(?:账|帐)[号户])(?:\\sdetails)?${joins}${account}`,
  'gi',
);
/** "Account number" alone may be one of ours: it has to be spoken of beside a bank. */
const besideBank = new RegExp(
  `(?:\\b(?:account|acct|a\\/c|iban)|(?:账|帐|賬|帳)(?:号|號|户|戶))${joins}${account}`,
  'gi',
);
const sortCode = /\bsort\s?code\s*(?:(?:is|[:=])\s*)?(\d\d[ -]?\d\d[ -]?\d\d)(?!\d)/gi;
const bank = /银行|銀行|开户|\bbank\b|\bsort\s?code|\brouting\b|\bswift\b|\biban\b|\bbic\b|\baba\b|\bifsc\b/i;

const accountWords = /account|acct|a\/c|routing|\baba\b|sort\s?code|iban|[账帐賬帳][号號户戶]/i;

const isMobile = (value: string): boolean => /^(?:86)?1[3-9]\d{9}$/.test(value.replace(/\D/g, ''));
const isDate = (value: string): boolean => /^20\d\d-?(?:0[1-9]|1[0-2])-?\d\d/.test(value);

export const findAccounts: Detector = (text, found) => {
  if (!accountWords.test(text) || !bank.test(text)) return;
  const accept = (value: string, after: string) => !isMobile(value) && !isDate(value) && !goesOn.test(after);
  addAtEnd(text, named, 'bank-account', found, accept);
  addAtEnd(text, besideBank, 'bank-account', found, accept);
  addAtEnd(text, sortCode, 'bank-account', found);
};
