import type { Locale } from './locale.ts';

interface ErrorEntry {
  readonly status: number;
  readonly 'zh-CN': string;
  readonly en: string;
}

/**
 * The error registry: every refusal the product can answer with, its HTTP status and its words in both languages.
 * `{name}` in a text is filled from the refusal's values. `docs/errors.md` lists the same and is compared by a check.
 */
export const errors = {
  'invalid-input': {
    status: 400,
    'zh-CN': '有内容需要修改：{fields}。',
    en: 'Something needs correcting: {fields}.',
  },
  'malformed-request': { status: 400, 'zh-CN': '请求无法读取。', en: 'The request could not be read.' },
  'not-signed-in': { status: 401, 'zh-CN': '请先登录。', en: 'Please sign in first.' },
  'wrong-credentials': {
    status: 401,
    'zh-CN': '邮箱、密码或验证码不正确。',
    en: 'The e-mail, password or code is not right.',
  },
  'second-factor-needed': {
    status: 401,
    'zh-CN': '请输入验证器应用中的六位数字。',
    en: 'Enter the six digits from your authenticator app.',
  },
  'ticket-invalid': {
    status: 401,
    'zh-CN': '连接凭证已失效，请重新连接。',
    en: 'This connection ticket is no longer valid; connect again.',
  },
  'confirm-needed': {
    status: 403,
    'zh-CN': '请先输入密码，确认是您本人。',
    en: 'First enter your password, so that we know it is you.',
  },
  forbidden: { status: 403, 'zh-CN': '您没有权限执行此操作。', en: 'You are not allowed to do this.' },
  'origin-refused': {
    status: 403,
    'zh-CN': '请求来自未获允许的网站。',
    en: 'The request came from a site that is not allowed.',
  },
  'not-found': { status: 404, 'zh-CN': '找不到您要的内容。', en: 'There is nothing here.' },
  'conversation-not-found': {
    status: 404,
    'zh-CN': '找不到这个会话。',
    en: 'There is no such conversation.',
  },
  'attachment-not-found': { status: 404, 'zh-CN': '找不到这个文件。', en: 'There is no such file.' },
  'method-not-allowed': {
    status: 405,
    'zh-CN': '此地址不支持该操作。',
    en: 'This address does not support that.',
  },
  'already-exists': { status: 409, 'zh-CN': '已存在相同的{what}。', en: 'This {what} already exists.' },
  'email-taken': {
    status: 409,
    'zh-CN': '已有人使用这个邮箱。',
    en: 'Somebody already has this e-mail address.',
  },
  'staff-number-taken': {
    status: 409,
    'zh-CN': '这个工号已被使用。',
    en: 'This staff number is already in use.',
  },
  'team-name-taken': {
    status: 409,
    'zh-CN': '已有同名的客服组。',
    en: 'There is already a team of this name.',
  },
  'topic-exists': {
    status: 409,
    'zh-CN': '已有相同编号的专题。',
    en: 'There is already a topic with this id.',
  },
  'article-id-taken': {
    status: 409,
    'zh-CN': '这个文章编号已被使用，或是另一篇文章的旧编号。',
    en: 'An article has this id already, or had it once.',
  },
  'article-archived': {
    status: 409,
    'zh-CN': '这篇文章已归档，请先恢复。',
    en: 'This article is archived; bring it back first.',
  },
  'edited-meanwhile': {
    status: 409,
    'zh-CN': '{name} 已于 {at} 修改了这篇文章。请先查看对方的内容，再保存您的修改。',
    en: '{name} changed this article at {at}. Look at what they wrote, then save yours.',
  },
  'term-exists': {
    status: 409,
    'zh-CN': '已有相同编号的术语，也可能已归档。',
    en: 'There is already a term with this id; it may be archived.',
  },
  'term-edited-meanwhile': {
    status: 409,
    'zh-CN': '{name} 已于 {at} 修改了这个术语。请先查看对方的内容，再保存您的修改。',
    en: '{name} changed this term at {at}. Look at what they wrote, then save yours.',
  },
  'shortcut-taken': { status: 409, 'zh-CN': '这个快捷词已被使用。', en: 'This shortcut is already in use.' },
  'totp-already-on': {
    status: 409,
    'zh-CN': '两步验证已开启，请先关闭。',
    en: 'The second factor is already on; turn it off first.',
  },
  'already-claimed': {
    status: 409,
    'zh-CN': '已有其他客服接手该会话。',
    en: 'Another agent has already taken this conversation.',
  },
  'conversation-resolved': {
    status: 409,
    'zh-CN': '会话已解决，请先重新打开。',
    en: 'This conversation is resolved; reopen it first.',
  },
  'not-resolved': { status: 409, 'zh-CN': '会话尚未解决。', en: 'This conversation is not resolved.' },
  'id-reused': {
    status: 409,
    'zh-CN': '该编号已用于另一条内容。',
    en: 'This id was already used for something else.',
  },
  'no-agent-yet': {
    status: 409,
    'zh-CN': '现在还没有客服在处理这个会话，所以没有人能出示核验码。',
    en: 'No agent has this conversation yet, so nobody can show a code.',
  },
  'nothing-to-redact': {
    status: 409,
    'zh-CN': '这一条没有可以移除的文字。',
    en: 'There is no text here that could be taken out.',
  },
  'proof-refused': {
    status: 400,
    'zh-CN': '这个核验码无效：已过期、已用过，或不属于您的会话。如果有人刚把它告诉您，请停止与对方沟通。',
    en: 'This code is not valid: it has expired, was used, or is not of your conversation. If somebody just told it to you, stop talking to them.',
  },
  'changed-meanwhile': {
    status: 409,
    'zh-CN': '内容刚刚被他人修改，请刷新后再试。',
    en: 'Somebody changed this meanwhile; reload and try again.',
  },
  'link-expired': {
    status: 410,
    'zh-CN': '该链接已使用或已过期。',
    en: 'This link was used or has expired.',
  },
  'email-not-verified': {
    status: 409,
    'zh-CN': '请先用邮件验证码验证邮箱。',
    en: 'First verify your e-mail address with a code.',
  },
  'phrase-secret': {
    status: 400,
    'zh-CN': '防伪短语里不能有卡号、密码或其他敏感信息，它会出现在每封邮件里。',
    en: 'A phrase must not hold a card number, a password or another secret: it stands in every letter.',
  },
  'phrase-unfit': {
    status: 400,
    'zh-CN': '防伪短语应为 {min} 到 {max} 个字。',
    en: 'A phrase has {min} to {max} characters.',
  },
  'identity-refused': {
    status: 401,
    'zh-CN': '网站给出的身份凭证无效。',
    en: 'What the site says of who is signed in there was refused.',
  },
  'code-wrong': { status: 400, 'zh-CN': '验证码不正确或已过期。', en: 'The code is wrong or has expired.' },
  'password-weak': {
    status: 400,
    'zh-CN': '密码太容易被猜到：至少 {min} 个字符，不要包含姓名或邮箱，也不要反复使用同几个字符。',
    en: 'This password is too easy to guess: use at least {min} characters, without your name or e-mail address, and not the same few over again.',
  },
  'last-admin': {
    status: 409,
    'zh-CN': '至少要保留一位可登录的管理员。',
    en: 'At least one administrator who can sign in has to remain.',
  },
  'contrast-too-low': {
    status: 400,
    'zh-CN': '这个颜色在白底上看不清：对比度 {ratio}，至少需要 4.5。',
    en: 'This colour cannot be read on white: its contrast is {ratio}, and 4.5 is needed.',
  },
  'too-large': {
    status: 413,
    'zh-CN': '内容太大，最多 {limit}。',
    en: 'This is too large; the limit is {limit}.',
  },
  'file-type-refused': {
    status: 415,
    'zh-CN': '只能上传图片（PNG、JPEG、WebP、GIF）和 PDF。',
    en: 'Only pictures (PNG, JPEG, WebP, GIF) and PDF can be uploaded.',
  },
  'file-holds-secrets': {
    status: 400,
    'zh-CN': '这份 PDF 里有敏感信息（{what}），未上传。请遮盖或删除后再发。',
    en: 'This PDF was not uploaded, because of what is in it: {what}. Cover or remove that first.',
  },
  'file-not-inspected': {
    status: 400,
    'zh-CN': '无法检查这份 PDF 里有没有敏感信息（可能有密码、附件或已损坏），未上传。请改发截图。',
    en: 'This PDF was not uploaded: with a password, files inside or damage, we cannot make sure that it holds nothing secret. Please send a screenshot.',
  },
  'unsupported-media': {
    status: 415,
    'zh-CN': '不支持这种内容类型。',
    en: 'This content type is not supported.',
  },
  'protocol-too-old': {
    status: 426,
    'zh-CN': '页面版本过旧，请刷新。',
    en: 'This page is too old; reload it.',
  },
  'too-many-requests': {
    status: 429,
    'zh-CN': '操作过于频繁，请在 {seconds} 秒后再试。',
    en: 'Too many requests; try again in {seconds} seconds.',
  },
  'asks-for-secret': {
    status: 400,
    'zh-CN':
      '不能向客户索要{what}，消息未发送，这次尝试已记录。可以改为：“请不要告诉我密码或验证码，在 OKPay 应用内输入即可；核对卡片只需后四位。”',
    en: 'Customers are never asked for a {what}; this was not sent, and the attempt is recorded. You could write: “Please do not tell me any password or code, enter it in the OKPay app only; the last four digits of the card are enough.”',
  },
  'guard-refused': {
    status: 400,
    'zh-CN': '无法确认这段内容不含密码、验证码等敏感信息，未发送。请改写后再试。',
    en: 'We could not make sure that this holds no password or code, so it was not sent. Please write it differently.',
  },
  'guard-unavailable': {
    status: 503,
    'zh-CN': '安全检查暂时不可用，消息未发送，请稍后重试。',
    en: 'The safety check is not available; nothing was sent. Try again shortly.',
  },
  unavailable: {
    status: 503,
    'zh-CN': '服务暂时不可用，请稍后重试。',
    en: 'The service is not available just now; try again shortly.',
  },
  internal: {
    status: 500,
    'zh-CN': '出了点问题，我们已记录。',
    en: 'Something went wrong; it has been recorded.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errors;

/** The words of an error in a language, with `{name}` filled from `values`. */
export function errorText(
  code: ErrorCode,
  locale: Locale,
  values: Record<string, string | number> = {},
): string {
  return errors[code][locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
