/**
 * The lines with which mail programs introduce what they quote: "On Monday, Ann wrote:", a separator, or the head of the
 * quoted mail. Written for the languages that customers of a payment service in China and abroad write in; one more is
 * one more word here.
 */

/** Lines that an attribution may be broken into. */
const BROKEN_INTO_MAX = 4;
/** Longer than any attribution: what is longer is not looked at, so that no pattern meets a hostile length. */
const LENGTH_MAX = 500;

/** How "wrote" ends an attribution, colon left out. */
const wrote =
  /(\bwrote|\ba écrit|\bécrit|\bescribió|\bha scritto|\bescreveu|\bschrieb( .{1,120})?|\bschreef( .{1,120})?|\bgeschreven|\bskrev( .{1,120})?|\bkirjoitti|\bpisze|\bnapisał(\(a\))?|\bnapsal|написал(\(а\))?|пише|\byazdı|đã viết|写道|寫道|のメッセージ|작성)$/iu;

/** What an attribution holds besides: a date, a time or an address. */
const dated = /\d{1,4}[-./年:：]\d{1,2}|\b\d{4}\b|\d{1,2}:\d{2}|@/;

/** Programs that leave the verb out: "26.06.2014, 14:41, "Ann" <ann@example.com>:". */
const datedAndNamed =
  /^(.{0,40}\d{4}.{0,80}|\d{1,2}:\d{2}.{0,80}\d{4}.{0,80})(<[^<>]{3,100}@[^<>]{3,100}>|от .{1,80})$/u;

const withoutMarks = (line: string): string => line.replace(/^[>\s]+/, '').trim();

function isAttribution(line: string): boolean {
  if (line.length > LENGTH_MAX || !/[:：]$/.test(line)) return false;
  const words = line.replace(/\s*[:：]$/, '').replace(/\u200b/g, '');
  return dated.test(words) && (wrote.test(words) || datedAndNamed.test(words));
}

/** How one begins that names its time or its "on" first: nothing of the customer's own words stands before it. */
const plainOpening =
  /^[-–—\s]*((on|le|el|il|em|am|op|den|pe|w dniu|dnia|vào|в|mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|ср|пн|вт|чт|пт|сб|вс)[\s,.]|\p{L}{2,4}\. ?\d|\d|[在於于])/iu;

/**
 * How many lines from `at` on are one attribution; 0 when none begins here. A blank line ends it. Where the name comes
 * first it is an attribution only with a time or an address in its first line: else the words of the customer above
 * would be taken for a part of it.
 */
export function attributionAt(lines: readonly string[], at: number): number {
  let joined = '';
  for (let n = 0; n < BROKEN_INTO_MAX && at + n < lines.length; n++) {
    const line = withoutMarks(lines[at + n] as string);
    if (line === '' || joined.length > LENGTH_MAX) return 0;
    if (n > 0 && plainOpening.test(line) && attributionAt(lines, at + n) > 0) return 0;
    joined = joined === '' ? line : `${joined} ${line}`;
    if (n === 0 && !plainOpening.test(line) && !dated.test(line)) return 0;
    if (isAttribution(joined)) return n + 1;
  }
  return 0;
}

const separators =
  /^[-–—_*\s]*(original (message|e?-?mail|appointment)|forwarded message|begin forwarded message|reply message|oprindelig besked|message d['’]origine|message (transféré|original)|ursprüngliche nachricht|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|opprinnelig melding|пересылаемое сообщение|исходное сообщение|original|原始(邮件|郵件|信件|消息)|邮件原件|原邮件|回复的(邮件|原邮件)|转发的?(邮件|消息)|轉寄(郵件)?)[-–—_*\s:：]*$/iu;

/** A line that says that an older mail follows, between dashes or alone with a colon. */
export function isSeparator(line: string): boolean {
  const words = withoutMarks(line);
  return words.length <= 120 && /[-–—_]{2,}|[:：]$/.test(words) && separators.test(words);
}

const heads = {
  from: /^\*?(from|von|de|da|van|från|fra|mittente|remetente|от( кого)?|发件人|寄件者|寄件人|發件人|差出人|보낸 사람)\*?\s?[:：]/iu,
  other:
    /^\*?(sent|date|to|cc|subject|reply-to|gesendet|datum|an|betreff|envoyé|à|objet|enviado|fecha|para|asunto|assunto|inviato|a|oggetto|verzonden|aan|onderwerp|sendt|dato|til|emne|skickat|till|ämne|дата|кому|тема|发送时间|发送日期|日期|收件人|抄送|主题|時間|主旨|收件者|件名|宛先|日時|보낸 날짜|받는 사람|제목)\*?\s?[:：]/iu,
};
const kindOf = (line: string): keyof typeof heads | null => {
  const words = withoutMarks(line).slice(0, LENGTH_MAX);
  if (heads.from.test(words)) return 'from';
  return heads.other.test(words) ? 'other' : null;
};

/** The longest head that is looked for, in lines, with what long addresses are broken into. */
const HEAD_MAX = 8;

/**
 * Whether the head of a quoted mail begins here: a sender and one thing more within a few lines, without a blank line
 * between, or two other things with an address. A list that a customer wrote ("Date: ..., Time: ...") names neither.
 */
export function isHeadAt(lines: readonly string[], at: number): boolean {
  if (kindOf(lines[at] ?? '') === null) return false;
  let [senders, others, addresses] = [0, 0, 0];
  for (let n = 0; n < HEAD_MAX && at + n < lines.length; n++) {
    const line = lines[at + n] as string;
    if (withoutMarks(line) === '') break;
    const kind = kindOf(line);
    if (kind === 'from') senders++;
    if (kind === 'other') others++;
    if (line.includes('@')) addresses++;
    if ((senders > 0 && others > 0) || (others > 1 && addresses > 0)) return true;
  }
  return false;
}
