import { parse } from 'tldts';
import type { Finding } from './finding.ts';
import { judgeLink } from './judge-link.ts';
import { judgeMail } from './judge-mail.ts';
import type { OfficialList } from './official-list.ts';

/**
 * Words of a text: what stands between blanks, quotes, brackets and Chinese punctuation. An ideographic full stop
 * before a letter or digit stays inside, because browsers take it for the dot of a host.
 */
const words = /(?:[^\s<>"'`“”‘’「」『』《》【】（）()[\]{}|，、；！？…：。．｡]|[。．｡](?=[a-z0-9]))+/giu;

/** Ends of sentences and of emphasis, which belong to no address. */
const trailing = /[.,;:!?*_~'"]+$/;
const leading = /^[.,;*~'"\p{Cf}]+/u;
const han = /\p{Script=Han}/u;

/** Schemes that are written without slashes and open something else than a page. */
const bareScheme =
  /^(?:https?|javascript|vbscript|data|blob|file|about|view-source|intent|ftp|sms|smsto|weixin|wechat|alipays?|market):/i;

/** Where in a word an address with a scheme begins; -1 for none. Walks back from `://`, so that it stays linear. */
function schemeAt(word: string): number {
  const colon = word.indexOf('://');
  if (colon < 0) return word.startsWith('//') ? 0 : -1;
  let at = colon;
  while (at > 0 && /[a-z0-9+.-]/i.test(word.charAt(at - 1))) at--;
  return at;
}

/** No top-level domain mixes Latin letters with Chinese ones: what follows `example.com` without a blank is prose. */
function withoutProse(address: string): string {
  const from = address.indexOf('://') < 0 ? 0 : address.indexOf('://') + 3;
  const length = address.slice(from).search(/[/?#]/);
  const authority = length < 0 ? address.slice(from) : address.slice(from, from + length);
  if (authority.includes('@')) return address;
  const label = authority.slice(authority.lastIndexOf('.') + 1);
  const prose = label.search(han);
  return prose < 1 ? address : address.slice(0, from + authority.length - label.length + prose);
}

/** `example.com`, perhaps with a port and a path, and with a last label that does not begin like a number. */
const bareHost = /^[^/?#\\:@]+\.\p{L}[\p{L}\p{M}\p{N}-]+\.?(?::\d+)?(?:[/?#\\]|$)/iu;
/** The end of a sentence and the beginning of the next, with no blank between them. */
const sentences = /^\p{L}+\.\p{Lu}\p{Ll}+$/u;
/** What ends like a file is one, as long as nothing says that it is an address. */
const fileName =
  /^[^/.]+\.(?:pdf|docx?|xlsx?|pptx?|txt|csv|jpe?g|png|gif|webp|heic|mp[34]|apk|exe|dmg|json|html?)$/i;

/** Words of a sentence after which an address begins without a blank: they are no part of anybody's domain. */
const before = /(?:访问|登录|登陆|打开|点击|进入|浏览|查询|查看|是|为|到|至|在|去|和|与|或|及|的|看)$/u;

/**
 * `请访问example.com` is a sentence, `支付example.com` may be somebody's domain. Null where nothing ours is joined to
 * Chinese characters.
 */
function judgeJoined(address: string, list: OfficialList): Finding | null {
  const joined = /^(\p{Script=Han}+)([^\p{Script=Han}]+)$/u.exec(address);
  if (joined === null) return null;
  const [, prose = '', rest = ''] = joined;
  const finding = judgeLink(rest, list);
  if (finding.verdict !== 'official' || before.test(prose))
    return finding.verdict === 'official' ? finding : null;
  return { ...finding, verdict: 'unknown', reason: { code: 'link-glued', values: {} } };
}

function judgeBare(word: string, list: OfficialList): Finding | null {
  const address = withoutProse(word);
  if (!bareHost.test(address) || fileName.test(address)) return null;
  const finding = judgeLink(address, list);
  if (finding.verdict === 'official') return finding;
  if (finding.reason.code === 'host-other' && sentences.test(address) && !parse(address).isIcann) return null;
  return judgeJoined(address, list) ?? finding;
}

/** One word with an `@`: an address, a list of them, or the name of an account, which is not told here. */
function judgeMails(word: string, list: OfficialList): Finding[] {
  const pieces = word.replace(/^mailto:/i, '').split(/[?&=,;:]/);
  return pieces.flatMap((piece) => {
    const address = piece.replace(trailing, '').replace(leading, '');
    if (/^[@＠][^.@＠]*$/.test(address)) return [];
    if (/[@＠]/.test(address)) return judgeMail(address, list);
    return judgeBare(address, list) ?? [];
  });
}

function judgeWord(word: string, list: OfficialList): Finding[] {
  const at = schemeAt(word);
  if (at >= 0) return [...judgeWord(word.slice(0, at), list), judgeLink(withoutProse(word.slice(at)), list)];
  if (bareScheme.test(word)) return [judgeLink(withoutProse(word), list)];
  if (/[@＠]/.test(word)) return judgeMails(word, list);
  const bare = judgeBare(word, list);
  if (bare !== null) return [bare];
  return word.includes(':') ? word.split(':').flatMap((piece) => judgeBare(piece, list) ?? []) : [];
}

/** Every link, bare domain and mail address of a text, judged, and the text without them. */
export function findLinks(text: string, list: OfficialList): { findings: Finding[]; rest: string } {
  const findings: Finding[] = [];
  const rest = text.replace(words, (word) => {
    const found = judgeWord(word.replace(trailing, '').replace(leading, ''), list);
    findings.push(...found);
    return found.length === 0 ? word : ' ';
  });
  return { findings, rest };
}
