import { describe, expect, test } from 'vitest';
import { asksFor } from './asks.ts';

describe('asks for a secret', () => {
  test.each([
    ['请把您收到的验证码发给我', 'otp'],
    ['请提供一下您的登录密码', 'password'],
    ['麻烦告诉我支付密码', 'password'],
    ['您的银行卡号是多少？', 'card'],
    ['请提供完整卡号', 'card'],
    ['为了核实身份，需要您的短信验证码', 'otp'],
    ['请报一下卡背面三位', 'cvv'],
    ['把助记词发我一下', 'seed-phrase'],
    ['Please send me the verification code', 'otp'],
    ['Could you tell me your password?', 'password'],
    ['What is your PIN?', 'pin'],
    ['I need your full card number to check this.', 'card'],
    ['Please reply with the code you received', 'otp'],
    ['your CVV, please', 'cvv'],
    ['Can you share your card details here?', 'card'],
  ])('%s', (text, kind) => {
    expect(asksFor(text)).toBe(kind);
  });
});

describe('asks for none', () => {
  test.each([
    '请不要把验证码告诉任何人，包括客服',
    '我们绝不会向您索要密码',
    '请点击“忘记密码”重置登录密码',
    '请提供卡号后四位',
    '请问收到验证码了吗？',
    '验证码已发送，请在应用内输入',
    '您的密码输错次数过多，请 2 小时后再试',
    '请提供一下交易号和付款时间',
    '银行卡是哪家银行的？',
    'We will send you a verification code.',
    'Please never share your password with anyone.',
    'Could you give me the last four digits of your card number?',
    'You can reset your password in the app.',
    'Did you receive the verification code?',
    'Please tell me the transaction number.',
    'Your card was declined by the bank.',
    'Please do not send us your PIN.',
  ])('%s', (text) => {
    expect(asksFor(text)).toBe(null);
  });
});
