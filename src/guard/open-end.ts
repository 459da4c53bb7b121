/** A number that may not be whole, or words that announce what comes next. */
const openEnd =
  /(?:[\d零〇一二三四五六七八九][\s.,，-]*|(?:密码|密碼|码|碼|口令|卡号|卡號|身份证号?|账号|帐号|助记词|私钥|pass\w*|pwd|pin|code|otp|cvv|cvc|card|number|iban|is|are|was|是|为|為|[:：=＝])[\s"“'‘(（]*)$/i;

const LINES_MAX = 4;
const LINE_MAX = 80;

/**
 * What is worth keeping of a writer's last few texts for `maskAfter`: the lines whose end the next one may go on with.
 * Empty for most of what people write, so that looking back costs nothing.
 */
export function openEndOf(earlier: string, kept: string): string {
  if (!openEnd.test(kept)) return kept.endsWith('••••]') && earlier !== '' ? append(earlier, kept) : '';
  return append(earlier, kept);
}

function append(earlier: string, kept: string): string {
  const lines = earlier === '' ? [] : earlier.split('\n');
  lines.push(kept.slice(-LINE_MAX).replace(/\s+/g, ' ').trim());
  return lines.slice(-LINES_MAX).join('\n');
}
