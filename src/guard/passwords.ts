/** Passwords and PINs, told by the words before or behind them. Talk about a password holds none. */
import { addAtEnd, addAtStart, type Detector, type Found } from './found.ts';
import { digitRow, goesOn, isOtherNumber, namedOtherwise, spoken } from './values.ts';

const english =
  '(?:\\b(?:pa+s{1,3}[\\s-]?w(?:or|ro)?r?d|pa+sw[o0]r[dt]|passwrd|passwort|passphrase|pass[\\s-]phrase|passcode|pwd|pswd|psw|p\\/w|pw|pass|kennwort|contrase[nñ]a|clave|mot de passe|senha|parola|sandi|wachtwoord)\\b|пароль|비밀번호|비번|암호|패스워드|パスワード|暗証番号|รหัสผ่าน|mật khẩu)';
const chinese = '(?:密码|密碼|口令|密鑰短語)';
const opens = '["\'“”‘「『【\\[(<《`]{0,2}';
const token = '[!-~]{3,64}';
const purpose = '(?:\\s+(?:for|of|to|on|in|from)\\s+[^\\n.!?;:，。]{1,40}?)?';
const pinPurpose = '(?:\\s+(?:for|of|to|on|in|from)\\s[^\\n\\d.!?;:，。]{1,48}?)?';

/** "password: x", "password=x", JSON and addresses too. */
const assigned = new RegExp(
  `${english}${purpose}["'”’)\\]]{0,2}\\s{0,3}(?:[:=]+>?|->|→|-(?=\\s)|\\bis\\s*[:=]|[은는이가はが](?=\\s?[!-~]))\\s{0,4}(?:"([^"\\n]{3,80})"|'([^'\\n]{3,80})'|“([^”\\n]{3,80})”|${opens}(${token}))`,
  'gi',
);
const told = new RegExp(
  `${english}${purpose}\\s+(?:(?:also|now|still|just|currently|simply)\\s+)?(?:is|was|are|were|equals|(?:is |was |has been |have been |)(?:set|changed|updated|reset) to)\\s+(?:also |now |still |just |simply |currently |called )?${opens}(${token}|${spoken(4, 12)})`,
  'gi',
);
const bracketed = new RegExp(`${english}\\s?[(（\\[【「"“]([^)）\\]】」"”\\s]{3,64})[)）\\]】」"”]`, 'gi');
const beside = new RegExp(`${english}[ \\t]{1,3}${opens}(?![:=/|])(${token})`, 'gi');
const inQuery = /[?&](?:password|passwd|pwd|pass|pw)=([^&\s#]{3,80})/gi;
const valueIs = new RegExp(
  `([!-~]{4,64})["'”]?\\s(?:is|was|as)\\s(?:(?:my|the|your|our|his|her|a)\\s)?(?:\\w{2,12}\\s){0,2}?${english}`,
  'gi',
);

const chineseJoin =
  '(?:[（(][^）)\\n]{1,16}[)）])?(?:[\\u4e00-\\u9fff]{0,6}?(?:[:=]+>?|就是|是|为|為|叫|即|改成了?|改为了?|设为了?|设成了?|设的|设置为|设置成|设定为|重置为|变更为|更改为|如下|→|->)\\s{0,3}){1,3}';
const chineseTold = new RegExp(
  `${chinese}["'”]?\\s?${chineseJoin}[\\u4e00-\\u9fff]{0,8}?\\s?${opens}(${digitRow(4, 16)}|${token})`,
  'gi',
);
const chineseBeside = new RegExp(
  `${chinese}[ \\t]?${opens}(?![:=/|,.])(${token}|[零〇一二三四五六七八九]{4,12})`,
  'gi',
);
const chineseValueIs = new RegExp(
  `([!-~]{4,64})\\s?["'”」]?\\s?(?:就是|便是|是|为|為|作为|当作|当|做)[我你您他她的本]{0,3}[\\u4e00-\\u9fff]{0,6}?${chinese}`,
  'gi',
);

const pinName =
  '(?:\\b(?:m|upi|atm|card|sim|bank)?[\\s-]?pins?\\b(?:\\s?(?:code|number|no\\.?|#|码|碼|番号))?)';
const pinTold = new RegExp(
  `${pinName}${pinPurpose}["'”)]{0,2}\\s*(?:(?:is|was|are|[:=]+>?|是|为|為|就是|(?:set |changed |)to|be)\\s*){0,3}[\\s-]{0,2}${opens}(${digitRow(3, 12)}|${spoken(4, 8)})`,
  'gi',
);
const pinValueIs = new RegExp(
  `(\\d{4,8})["'”]?\\s?(?:is|was|as|是|为)\\s?(?:(?:my|the|your|我的|我)\\s?)?(?:\\w{2,12}\\s){0,2}?[\\u4e00-\\u9fff]{0,4}?${pinName}`,
  'gi',
);

/** "ID/PW: bob/secret": both are taken, since nothing says where the one ends. */
const paired = new RegExp(
  `(?:\\bid|\\buser(?:name)?|\\blogin|\\baccount|账号|帐号|账户|用户名|아이디|계정)\\s?[/|&,、和]\\s?(?:${english}|${chinese})["'”)]{0,2}\\s?(?:is|are|[:=은는是为])?\\s{0,2}${opens}([!-~]{2,64}\\s?[/|,、]\\s?[!-~]{3,64})`,
  'gi',
);

/** Words that say something of a password and are none. */
const notOne = new Set(
  (
    'a an the my your our his her its it not no none never always too also still now very so as in on at to of for from with by and or but ' +
    'wrong incorrect right correct invalid valid weak strong short long same different new old bad good fine ok okay safe secure unsafe ' +
    'empty blank hidden null none nil true false required optional mandatory necessary unknown gone lost missing here there below above ' +
    'what where when why how which who that this these those yes keep see ask contact something anything everything nothing ' +
    'only just already probably maybe sent out back up down case secret private confidential important visible available ready ' +
    'stored kept shown made used known set changed reset must should can cannot could will would may might do does did has have had be been being ' +
    'please check help forgot forgotten expired rejected refused accepted compromised stolen hacked leaked locked disabled string text'
  ).split(' '),
);

const address = /^(?:https?:|www\.)/i;

/** Cut off what closes a bracket, a quotation or the sentence. */
function trimmed(value: string): string {
  return value.replace(/(?:<\/?[a-z][^>]*>?)+$/i, '').replace(/[.,;:?)\]}>'"`]+$/, '') || value;
}

const hasMark = (value: string): boolean => /\d/.test(value) || /[!-/:-@[-`{-~]/.test(value.slice(0, -1));
const isWord = (value: string): boolean => /^[A-Za-z][a-z'’-]*$/.test(value);

/** Whose password it is, or what it opens: without that, "a good password is length" is only talk. */
const owned =
  /(?:\b(?:my|our|the|wi-?fi|login|account|new|old|current|initial|default|temporary|master|admin)\s|\w\.[a-z]{2,}(?:[/:]\S*)?\s|[/(,;>\n]\s?|^)$/i;

/** A plain word counts when the sentence ends with it and it says nothing of the password itself. */
function isLoneWord(value: string, after: string, before: string): boolean {
  const word = value.toLowerCase();
  if (!owned.test(before)) return false;
  if (value.length < 4 || notOne.has(word) || /(?:ed|ing|ly|able|n't)$/.test(word)) return false;
  return /^["'”]?\s*(?:$|[.,;!?)\n，。；！]|\band\b|\bbut\b)/.test(after);
}

function maySecret(raw: string, after: string, before = ''): boolean {
  const value = trimmed(raw);
  if (value.length < 3 || address.test(value) || /^\*+$|^[.•·…_-]+$/.test(value)) return false;
  const following = raw.length > value.length ? raw.slice(value.length) + after : after;
  if (/^[\d零〇一二三四五六七八九 -]+$/.test(value)) return !goesOn.test(following) && !isOtherNumber(value);
  if (/^(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)[\s,.-]/i.test(value)) return true;
  if (/^\d+[-~]\d+$/.test(value) && goesOn.test(following)) return false;
  if (isWord(value)) return isLoneWord(value, following, before);
  return !isOtherNumber(value);
}

/** Without "is" or a colon between, only what no sentence would go on with: a digit or a sign inside, and not a number alone. */
function standsOut(raw: string, after: string): boolean {
  const value = trimmed(raw);
  if (!maySecret(raw, after) || !hasMark(value) || /^[('"“[]/.test(value)) return false;
  if (/^\d+$/.test(value)) return value.length >= 4 && value.length <= 8;
  return value.length >= 5 && !/^[a-z]+[-/'’][a-z]+$/i.test(value) && !/^[\d.,$%-]+$/.test(value);
}

function add(text: string, pattern: RegExp, found: Found[], accept: typeof maySecret): void {
  for (const match of text.matchAll(pattern)) {
    const quoted = match[1] !== undefined && /["'”]$/.test(match[0]) ? match[1] : (match[2] ?? match[3]);
    const raw = match.slice(1).find((group) => group !== undefined) ?? '';
    const end = match.index + match[0].length;
    const start = match.index + match[0].lastIndexOf(raw);
    if (quoted !== undefined && /["'”]$/.test(match[0])) {
      if (!notOne.has(raw.toLowerCase())) found.push({ kind: 'password', start, end: start + raw.length });
    } else if (accept(raw, text.slice(end, end + 24), text.slice(Math.max(0, match.index - 16), match.index)))
      found.push({ kind: 'password', start, end: start + trimmed(raw).length });
  }
}

function findPasswords(text: string, found: Found[]): void {
  add(text, assigned, found, maySecret);
  add(text, told, found, maySecret);
  add(text, bracketed, found, (value, after) => maySecret(value, after) && !isWord(value));
  add(text, beside, found, standsOut);
  add(text, paired, found, (value) => hasMark(value));
  add(text, inQuery, found, () => true);
  addAtStart(
    text,
    valueIs,
    'password',
    found,
    (value) => hasMark(value) && !isOtherNumber(value) && value.length >= 5,
  );
}

function findChinesePasswords(text: string, found: Found[]): void {
  const told = (raw: string, after: string): boolean =>
    /^[A-Za-z]+$/.test(raw)
      ? raw.length >= 4 && !/^\s?[的吗么嘛呢密页里中上]/.test(after) && !notOne.has(raw.toLowerCase())
      : maySecret(raw, after);
  add(text, chineseTold, found, told);
  add(
    text,
    chineseBeside,
    found,
    (raw, after) =>
      /^[零〇一二三四五六七八九]+$/.test(raw) || (standsOut(raw, after) && !/^\d{9,}$/.test(raw)),
  );
  addAtStart(text, chineseValueIs, 'password', found, (value, before) => {
    return hasMark(value) && !isOtherNumber(value) && !namedOtherwise.test(before) && !/[!-~]$/.test(before);
  });
}

function findPins(text: string, found: Found[]): void {
  const accept = (value: string, after: string) => !goesOn.test(after) && !isOtherNumber(value);
  addAtEnd(text, pinTold, 'pin', found, accept);
  addAtStart(text, pinValueIs, 'pin', found, (value, before) => !/\d$/.test(before) && !isOtherNumber(value));
}

const gate =
  /pa+s|pw|psw|p\/w|kennwort|contrase|clave|senha|parola|sandi|пароль|비밀|비번|암호|패스워드|パスワード|暗証|รหัส|mật khẩu|wachtwoord/i;

export const findPasswordsAndPins: Detector = (text, found) => {
  if (gate.test(text)) findPasswords(text, found);
  if (/密码|密碼|口令/.test(text)) findChinesePasswords(text, found);
  if (/pin/i.test(text)) findPins(text, found);
};
