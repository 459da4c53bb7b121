/**
 * Reads one raw mail (RFC 5322, MIME) into what a conversation needs of it. Whatever is broken in it, something is
 * returned: a mail that cannot be taken apart keeps its sender and its subject, and goes along whole as a file.
 */
import {
  type AttachmentStream,
  type HeaderLines,
  MailParser,
  type MessageText,
  simpleParser,
} from 'mailparser';
import { type Automatic, automaticBecause } from './automatic.ts';
import { type Head, headerOf, headOf } from './header.ts';
import { fromHz, fromUtf7 } from './old-charsets.ts';
import { textOfHtml, textOfHtmlReply } from './text-of-html.ts';
import { visibleReply } from './visible-reply.ts';

/** Bytes that are kept of one mail's files together; what comes after is named and not kept. */
const FILES_MAX = 50 * 1024 * 1024;
/** Characters of text that are looked through for quotations; more is no letter. */
const TEXT_MAX = 1_000_000;

export interface MailFile {
  readonly name: string;
  readonly type: string;
  /** Null when the mail's files together were too large. */
  readonly content: Buffer | null;
  /** How HTML refers to it, without angle brackets; null for a file that merely goes along. */
  readonly contentId: string | null;
}

export interface ReadMail {
  readonly head: Head;
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly text: string;
  /** As it came: to be sanitised before anybody sees it. Null when there is none. */
  readonly html: string | null;
  /** What was written anew, without quotation and signature. */
  readonly reply: string;
  readonly files: readonly MailFile[];
  readonly automatic: Automatic | null;
  /** It could not be taken apart: the whole mail is its only file. */
  readonly broken: boolean;
}

interface Parts {
  head: Head;
  headers: Map<string, unknown>;
  text: MessageText | null;
  files: MailFile[];
}

const options = {
  skipImageLinks: true,
  skipTextToHtml: true,
  skipHtmlToText: true,
  checksumAlgo: false,
} as const;

/** Reads the content of one file, as long as there is room. */
async function keepFile(stream: AttachmentStream, room: number): Promise<MailFile> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream.content as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size <= room) pieces.push(piece);
  }
  return {
    name: stream.filename ?? '',
    type: stream.contentType,
    content: size <= room ? Buffer.concat(pieces) : null,
    contentId: stream.cid ?? null,
  };
}

function takeApart(raw: Buffer): Promise<Parts> {
  return new Promise((resolve, reject) => {
    const parser = new MailParser(options);
    const parts: Parts = { head: new Map(), headers: new Map(), text: null, files: [] };
    let room = FILES_MAX;
    parser.on('headers', (headers) => {
      parts.headers = headers;
    });
    parser.on('headerLines', (lines: HeaderLines) => {
      parts.head = headOf(lines);
    });
    parser.on('data', (data) => {
      if (data.type === 'text') {
        parts.text = data;
        return;
      }
      keepFile(data, room).then((file) => {
        room -= file.content?.length ?? 0;
        parts.files.push(file);
        data.release?.();
      }, reject);
    });
    parser.once('error', reject);
    parser.once('end', () => resolve(parts));
    parser.end(raw);
  });
}

/** What is left of a mail that cannot be taken apart. */
async function readHeadOnly(raw: Buffer): Promise<Parts> {
  const end = raw.indexOf('\n\n');
  const endCrlf = raw.indexOf('\r\n\r\n');
  const cut = Math.min(...[end, endCrlf, 64 * 1024].filter((at) => at >= 0), raw.length);
  const head = raw
    .subarray(0, cut)
    .toString('latin1')
    .replace(/^content-[^\n]*(\r?\n[ \t][^\n]*)*\r?\n?/gim, '');
  const mail = await simpleParser(`${head}\r\n\r\n`, options);
  const whole = { name: 'mail.eml', type: 'message/rfc822', content: raw, contentId: null };
  return { head: headOf(mail.headerLines), headers: mail.headers, text: null, files: [whole] };
}

const decoders: Record<string, (text: string) => string> = {
  'utf-7': fromUtf7,
  'unicode-1-1-utf-7': fromUtf7,
  'hz-gb-2312': fromHz,
  hz: fromHz,
};

function decoded(text: string, head: Head): string {
  const [, charset = ''] = /charset\s*=\s*"?([\w-]+)/.exec(headerOf(head, 'content-type')) ?? [];
  return decoders[charset]?.(text) ?? text;
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

function senderIn(headers: Map<string, unknown>): ReadMail['from'] {
  const from = headers.get('from') as { value?: { name?: string; address?: string }[] } | undefined;
  const [first] = from?.value ?? [];
  return { name: first?.name ?? '', address: first?.address ?? '' };
}

const idsIn = (value: string): string[] => value.match(/<[^<>\s]{1,900}>/g) ?? [];

function replyIn(text: string, html: string | null, hasText: boolean): string {
  if (!hasText && html !== null) return visibleReply(textOfHtmlReply(html).slice(0, TEXT_MAX));
  return visibleReply(text.slice(0, TEXT_MAX));
}

function readParts({ head, headers, text: found, files }: Parts, broken: boolean): ReadMail {
  const html = found?.html ?? null;
  const hasText = (found?.text ?? '').trim() !== '';
  const text = hasText ? decoded(found?.text ?? '', head) : html === null ? '' : textOfHtml(html);
  const subject = textIn(headers.get('subject'));
  const from = senderIn(headers);
  const original = (name: string): string => head.get(name)?.[0] ?? '';
  return {
    head,
    from,
    subject,
    messageId: idsIn(original('message-id'))[0] ?? null,
    inReplyTo: idsIn(original('in-reply-to'))[0] ?? null,
    references: idsIn(original('references')),
    text,
    html,
    reply: replyIn(text, html, hasText),
    files,
    automatic: automaticBecause({ head, subject, from: from.address, parts: files.map(({ type }) => type) }),
    broken,
  };
}

export async function readMail(raw: Buffer): Promise<ReadMail> {
  const parts = await takeApart(raw).catch(() => null);
  return parts === null ? readParts(await readHeadOnly(raw), true) : readParts(parts, false);
}
