import { fileTypeFromBuffer } from 'file-type';
import { type AttachmentType, attachmentEndings } from '../../contract/attachments.ts';

/** First bytes of PNG, JPEG, RIFF (WebP), GIF and PDF. Readers of other formats never get to see what was sent. */
const firstBytes = new Set([0x89, 0xff, 0x52, 0x47, 0x25]);

const isOurs = (type: string): type is AttachmentType => type in attachmentEndings;

/**
 * Whether a PDF is only that. A file may be a PDF and an archive or a page at once, and be trusted as one and opened
 * as the other: what ends like a ZIP, or speaks HTML before the first object, is refused.
 */
function isPlainPdf(content: Buffer): boolean {
  const head = content.subarray(0, 1024).toString('latin1');
  const tail = content.subarray(-66_000);
  if (!/^%PDF-\d\.\d/.test(head) || /<\s*(!doctype|html|script|svg|body|\?php)/i.test(head)) return false;
  return tail.subarray(-2048).includes('%%EOF') && !tail.includes('PK\u0005\u0006');
}

/** What the bytes are, whatever they are called; null when it is nothing we take. */
export async function sniff(content: Buffer): Promise<AttachmentType | null> {
  if (!firstBytes.has(content[0] ?? 0)) return null;
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  const type = found?.mime === 'image/apng' ? 'image/png' : found?.mime;
  if (type === undefined || !isOurs(type)) return null;
  return type === 'application/pdf' && !isPlainPdf(content) ? null : type;
}
