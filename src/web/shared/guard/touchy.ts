const touchy =
  /密码|密碼|验证码|驗證碼|校验码|安全码|卡号|卡號|身份证号|助记词|私钥|passw|passcode|\bpin\b|\bcvv|\bcvc|\botp\b|card number|(?:verification|security|one-time) code|seed phrase|private key/i;

/** Whether a text speaks of what must not be sent: the moment to say so, before anything is typed. */
export const isTouchy = (text: string): boolean => touchy.test(text);
