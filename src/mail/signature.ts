/** Lines below which nothing is said any more: the mark of a signature (RFC 3676, 4.3), a farewell, a program's advertisement. */

/** The mark of RFC 3676; the blank after its dashes is lost in some programs. */
const mark = /^-- ?$/;
/** Lines that others draw above a signature, and writers between their paragraphs. */
const rule = /^([-–—]{2,}|_{2,}|\+{2,}|={2,}|~{2,})$/;

const advertisements =
  /^(sent (from|via|with) (my )?.{1,60}|get outlook for .{1,40}|sendt fra .{1,40}|envoyé (depuis|de mon|à partir de) .{1,40}|gesendet von .{1,40}|enviado desde .{1,40}|inviato da .{1,40}|verzonden vanaf .{1,40}|verstuurd vanaf .{1,40}|skickat från .{1,40}|отправлено с .{1,40}|(发自|發自|来自)(我的)?.{0,3}(iphone|ipad|手机|android|华为|小米|qq|网易|foxmail|.{1,20}(手机|邮箱|客户端)).{0,20}|从 ?(iphone|ipad|windows 版邮件|.{0,10}手机).{0,20}|获取 outlook .{1,20}|iphoneから送信)$/iu;

const farewells =
  /^(((kind|best|warm|with( kind| best)?|many) )*regards|best wishes|sincerely( yours)?|yours (sincerely|faithfully|truly)|cordialement|bien à vous|mit freundlichen grüßen|saludos( cordiales)?|此致|敬礼|顺颂商祺|顺祝商祺|祝好|谢谢并祝好)[,，.!！。]?$/iu;

/** Some programs sign with the writer's address alone. */
const ownAddress = /^[\w.+-]{1,64}@[\w.-]{3,100}$/;

/** Lines of a signature: a name, an address and little more. */
const SIGNATURE_MAX = 6;

/** Characters of a line that is no paragraph. */
const SHORT = 80;

/** Where the signature begins: the number of its first line; `lines.length` when there is none. */
export function signatureAt(lines: readonly string[]): number {
  for (const [at, line] of lines.entries()) {
    const words = line.trim();
    if (isAdvertisement(words)) return at;
    if (at === 0 || words.length > 120) continue;
    const after = new Rest(lines, at + 1);
    if (mark.test(words) && after.says) return at;
    if (rule.test(words) && after.says && after.isSignature) return at;
    if (ownAddress.test(words) && after.isSignature) return at;
    if (farewells.test(words) && after.isShort) return at;
  }
  return lines.length;
}

/** What a program says of itself is no sentence, and may end with a link. */
function isAdvertisement(words: string): boolean {
  const said = words.slice(0, 200).replace(/<[^<>]*>$/, '');
  return said.length <= 80 && !/[,，.。]/.test(said) && advertisements.test(said);
}

const isSentence = (line: string): boolean => /[.!?。！？;；]$/.test(line.trim());

/** The lines from a place to the end; looks no further than it must, for they may be many. */
class Rest {
  readonly #lines: readonly string[];
  readonly #from: number;

  constructor(lines: readonly string[], from: number) {
    this.#lines = lines;
    this.#from = from;
  }

  get says(): boolean {
    return !this.#some().next().done;
  }

  /** A few short lines: a name, an address and little more. */
  get isShort(): boolean {
    let said = 0;
    for (const line of this.#some()) {
      said++;
      if (said > SIGNATURE_MAX || line.trim().length > SHORT) return false;
    }
    return true;
  }

  get isSignature(): boolean {
    return this.isShort && ![...this.#some()].some(isSentence);
  }

  *#some(): Generator<string> {
    for (let at = this.#from; at < this.#lines.length; at++)
      if ((this.#lines[at] as string).trim() !== '') yield this.#lines[at] as string;
  }
}
