import type { Locale } from './locale.ts';

/** What our own schemas and rules say of a field, in English, and the same in Chinese. A test finds what is missing. */
const said: Record<string, string> = {
  'a part of that path is a file': '路径中有一部分是文件',
  'an e-mail address or a phone number is needed': '请填写邮箱或手机号',
  'differs from the other language': '与另一语言版本不一致',
  'has periods that overlap': '有重叠的时段',
  'has expired': '已过期',
  'is already taken': '已被使用',
  'is empty': '是空的',
  'is meant for somebody else': '不是签发给本客服中心的',
  'is missing': '不能缺少',
  'is named twice': '重复出现',
  'is needed for this view': '是此视图所需的',
  'is not a cursor of ours': '不是有效的分页位置',
  'is not a link of ours': '不是有效的链接',
  'is not a signed token': '不是签名的凭证',
  'is not a team': '不是客服组',
  'is not an agent who can take it': '不是可以接手的客服',
  'is not one of the choices': '不在可选范围内',
  'is not right': '不正确',
  'is not signed by the site': '签名不正确',
  'is not valid': '无效',
  'is not valid now': '现在无效',
  'is signed in another way than its key': '签名方式与密钥不符',
  'is signed with an unknown key': '密钥未知',
  'is of the wrong kind': '类型不对',
  'is too long': '太长',
  'is too easy to guess: take at least 12 characters, and nothing of your name':
    '太容易被猜到：请至少使用 12 位，且不要包含姓名',
  'lives longer than a day': '有效期超过一天',
  'must be 6 to 64 letters, digits, - or _': '应为 6 到 64 个字母、数字、- 或 _',
  'must be a UUID': '应为 UUID',
  'must be a colour such as #0f766e': '应为颜色，例如 #0f766e',
  'must be a domain such as example.com': '应为域名，例如 example.com',
  'must be a telephone number': '应为电话号码',
  'must be a time such as 09:00': '应为时间，例如 09:00',
  'must be a time such as 21:00': '应为时间，例如 21:00',
  'must be a .zip, .csv or .json file': '应为 .zip、.csv 或 .json 文件',
  'must be an address such as https://www.example.com, without a path':
    '应为网址，例如 https://www.example.com，不带路径',
  'must be an e-mail address': '应为邮箱地址',
  'must be another id': '应为另一个编号',
  'must be lower-case letters, digits and hyphens': '只能包含小写字母、数字和连字符',
  'must be lower-case words joined by hyphens': '应为以连字符相连的小写单词',
  'must be six digits': '应为六位数字',
  'must be the name of an account': '应为账号名称',
  'must be two letters such as CN': '应为两个字母，例如 CN',
  'says something that cannot be': '内容有误',
  'was signed before the sign-out': '签发于退出登录之前',
  'must be the name of a Lucide icon': '应为 Lucide 图标名称',
  'must be up to three letters and 3 to 8 digits, such as A1001':
    '应为最多三个字母加 3 到 8 位数字，例如 A1001',
  'must come after the start': '应在起点之后',
  'is beyond the end of the text': '超出了文字末尾',
  'is beyond the edge of the picture': '超出了图片边缘',
  'are for pictures only': '只适用于图片',
  'must have no blanks, / or #': '不能包含空格、/ 或 #',
  'must not be empty': '不能为空',
  'must not contain NUL or half characters': '不能包含无效字符',
  'must not contain control characters': '不能包含控制字符',
  'must not hold a card number or another secret': '不能包含卡号或其他敏感信息',
  'must be in the future': '应为将来的时间',
  'names nothing that could be reported': '其中没有可以举报的网址、邮箱、号码或账号',
  'names a team that does not exist': '指向不存在的客服组',
  'names a topic that does not exist': '指向不存在的专题',
  'names an article that is archived': '指向已下架的文章',
  'names an article that customers cannot read': '指向用户无法阅读的文章',
  'names somebody who does not exist': '指向不存在的人员',
  'one language is needed': '至少需要一种语言',
  overlap: '有重叠',
  'the password or a code is needed': '请填写密码或验证码',
};

/** The phrase in a language; one we do not know stays as it is. */
export const fieldPhrase = (phrase: string, locale: Locale): string =>
  locale === 'en' ? phrase : (said[phrase] ?? phrase);

export const knowsPhrase = (phrase: string): boolean => phrase in said;

/** A schema's complaint: zod's code, its words, and what they depend on. */
export interface Complaint {
  code: string;
  message: string;
  details: { minimum?: unknown; maximum?: unknown; format?: unknown; origin?: unknown };
}

const bounds = {
  least: { en: (n: string) => `must be at least ${n}`, 'zh-CN': (n: string) => `不能小于 ${n}` },
  most: { en: (n: string) => `must be at most ${n}`, 'zh-CN': (n: string) => `不能大于 ${n}` },
  long: { en: (n: string) => `must be at most ${n} long`, 'zh-CN': (n: string) => `长度不能超过 ${n}` },
  short: { en: (n: string) => `must be at least ${n} long`, 'zh-CN': (n: string) => `长度不能少于 ${n}` },
} as const;

function sizeText({ code, details }: Complaint, locale: Locale): string {
  const counted = details.origin === 'string' || details.origin === 'array';
  if (code === 'too_small') {
    if (counted && details.minimum === 1) return fieldPhrase('must not be empty', locale);
    return bounds[counted ? 'short' : 'least'][locale](String(details.minimum));
  }
  return bounds[counted ? 'long' : 'most'][locale](String(details.maximum));
}

/**
 * What was wrong with a field, in plain words of the caller's language. Words of our own schemas are kept; zod's
 * ("Too small: expected string to have >=1 characters") are put plainly.
 */
export function fieldText(complaint: Complaint, locale: Locale): string {
  const { code, message, details } = complaint;
  if (knowsPhrase(message)) return fieldPhrase(message, locale);
  if (code === 'too_small' || code === 'too_big') return sizeText(complaint, locale);
  if (code === 'invalid_format' && details.format === 'email')
    return fieldPhrase('must be an e-mail address', locale);
  if (code === 'invalid_type') {
    return fieldPhrase(/received undefined$/.test(message) ? 'is missing' : 'is of the wrong kind', locale);
  }
  if (code === 'invalid_value') return fieldPhrase('is not one of the choices', locale);
  return fieldPhrase('is not valid', locale);
}
