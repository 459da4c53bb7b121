import { randomUUID } from 'node:crypto';
import type { AttachmentType } from '../../contract/attachments.ts';
import type { AttachmentRef } from '../../contract/events.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import { type GuardedText, inspect } from '../guard/inspect.ts';
import { AppError } from '../platform/app-error.ts';
import { asRef } from './as-ref.ts';
import { cleanName } from './clean-name.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { contentKey, thumbnailKey } from './keys.ts';
import { type Picture, reEncode } from './re-encode.ts';
import { sniff } from './sniff.ts';
import { insertAttachment, markStored, type Owner } from './store.ts';

export interface Upload {
  content: Buffer;
  name: string;
  owner: Owner;
  /** Language of the marks that the guard leaves in the name. */
  locale: Locale;
}

/** Looked through before it is shortened, which could cut a number in two, and after, when nothing invisible is left. */
const guardedName = (given: string, type: AttachmentType, locale: Locale): GuardedText =>
  inspect(cleanName(inspect(given, locale).text, type), locale).text;

/**
 * Takes a file in: finds out what it is, draws pictures anew, and stores it for its owner until a message carries it.
 * The row comes first: should the process die before the bytes are whole, the row is swept like any unsent upload.
 * @throws AppError `file-type-refused`, `too-large`, `file-holds-secrets`, `file-not-inspected`
 */
export async function storeUpload(
  { sql, files, clock }: Pick<Deps, 'sql' | 'files' | 'clock'>,
  { content, name, owner, locale }: Upload,
): Promise<AttachmentRef> {
  const type = await sniff(content);
  if (type === null) throw new AppError('file-type-refused');
  if (type === 'application/pdf') await inspectPdf(content, locale);
  const picture: Picture | null = type === 'application/pdf' ? null : await reEncode(content, type);
  const kept = picture?.content ?? content;
  const row = {
    id: randomUUID(),
    ownerParty: owner.party,
    ownerId: owner.id,
    name: guardedName(name, type, locale),
    type,
    bytes: kept.length,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
  };
  await insertAttachment(sql, row, clock.now());
  await files.put(contentKey(row.id), kept);
  if (picture !== null) await files.put(thumbnailKey(row.id), picture.thumbnail);
  await markStored(sql, row.id, clock.now());
  return asRef(row);
}
