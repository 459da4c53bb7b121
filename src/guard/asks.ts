import type { SecretKind } from '../contract/secrets.ts';

/** What nobody of the centre may ask a customer for. */
export type AskedFor = Extract<SecretKind, 'password' | 'pin' | 'otp' | 'cvv' | 'card' | 'seed-phrase'>;

const secrets: [AskedFor, string][] = [
  [
    'otp',
    '验证码|驗證碼|校验码|动态码|动态口令|动态密码|短信码|一次性密码|(?:verification|one[- ]?time|sms|login|security|otp|authentication) ?(?:code|passcode|password)s?|\\botp\\b|\\bcode (?:you (?:got|received)|we sent|in the (?:sms|text|message))',
  ],
  ['cvv', '安全码|卡背面|背面(?:的)?三位|\\bcv[vc]2?\\b|card security code|digits on the back'],
  ['pin', '\\bpins?(?: code| number)?\\b|pin码|取款密码'],
  ['password', '密码|密碼|口令|\\bpass ?words?\\b|\\bpasscode\\b|\\bpassphrase\\b'],
  [
    'card',
    '(?:完整|全部|整个)?(?:的)?(?:银行卡|信用卡|储蓄卡|借记卡)?卡号|(?:银行卡|信用卡)号码?|(?:full |whole |complete |entire )?(?:credit |debit |bank )?card (?:number|no\\b|details)|\\bcard digits',
  ],
  ['seed-phrase', '助记词|私钥|seed phrase|recovery phrase|private key'],
];

/** To be told something, in the ways people ask for it. `SECRET` stands for what is asked for. */
const requests = [
  '(?:告诉|告知|发送?给?|提供|报|说|回复|念|输入给|写|给)(?:一?下|给)?(?:我们?|客服|过来|一下|这边)?[^。！？；!?;\\n]{0,10}SECRET',
  'SECRET[^。！？；!?;\\n，,]{0,8}(?:告诉|告知|发|提供|报|说|回复|念|写|给)(?:送|一?下)*(?:给|到)?(?:我|客服|过来|这边|一下|吗|么)',
  'SECRET(?:号)?(?:是|为)?(?:多少|什么|几)',
  '(?:需要|要|核对|核实|确认|收集|登记)(?:一?下)?(?:您|你)的?[^。！？；!?;\\n]{0,6}SECRET',
  '(?:please |kindly )?(?:send|tell|give|share|provide|forward|read|type|write|dictate|show)(?: me| us)?(?: with| here| over)? (?:your|the|that|a photo of your)[^.!?;\\n]{0,24}SECRET',
  '(?:send|tell|give|forward|show|read) (?:me|us)[^.!?;\\n]{0,24}SECRET',
  '(?:reply|respond|answer|come back) with[^.!?;\\n]{0,24}SECRET',
  "what(?:'s| is| was| are) (?:your|the)[^.!?;\\n]{0,16}SECRET",
  '(?:need|require|want|have|get|confirm|verify|ask (?:you )?for) your[^.!?;\\n]{0,24}SECRET',
  'your SECRET,? please',
];

const patterns = secrets.map(
  ([kind, words]) =>
    [kind, requests.map((request) => new RegExp(request.replace('SECRET', `(?:${words})`), 'i'))] as const,
);

/** Said so that nobody gives it away, or of a part that may be told, or of a place where it belongs. */
const harmless =
  /请勿|勿|没有|没人|有人|任何人|不要|别|切勿|不会|绝不|从不|无需|不需要|不必|不用|不能|后四位|末四位|后4位|尾号|忘记|重置|修改|找回|更改|设置|never|nobody|no one|somebody|someone|anyone|not\b|n't\b|no need|without|last (?:four|4)|ending|forgot|reset|chang|new password|in the app|on the app/i;

const gate =
  /码|碼|口令|卡号|卡號|卡背|银行卡|信用卡|助记词|私钥|pass|pin|code|otp|cv[vc]|card|phrase|key|digits/i;

/** What a text asks its reader for, sentence by sentence; null when it asks for no secret. */
export function asksFor(text: string): AskedFor | null {
  if (!gate.test(text)) return null;
  for (const sentence of text.split(/[。！？；!?;\n]|\.\s/)) {
    if (harmless.test(sentence)) continue;
    const found = patterns.find(([, ways]) => ways.some((way) => way.test(sentence)));
    if (found !== undefined) return found[0];
  }
  return null;
}
