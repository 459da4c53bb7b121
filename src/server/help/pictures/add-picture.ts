import { randomUUID } from 'node:crypto';
import type { ArticlePicture } from '../../../contract/pictures.ts';
import type { StaffRequest } from '../../agents/request-staff.ts';
import { reEncode } from '../../attachments/re-encode.ts';
import { sniff } from '../../attachments/sniff.ts';
import { audit } from '../../audit/audit.ts';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../platform/app-error.ts';
import { pictureHref } from './picture-address.ts';
import { insertPicture } from './store.ts';

/** Twice as wide as an article's column: sharp on any screen, and no camera's whole picture on a phone. */
const SIDE_MAX = 1_600;

/**
 * Takes in a picture for an article, drawn anew: nothing of the file but what it shows. The bytes come first: should
 * the process die before the row is there, nobody knows of them.
 * @param by null: a command
 * @param id the one that articles know it by, where it comes from another centre
 * @throws AppError `file-type-refused`, `too-large`
 */
export async function addPicture(
  { sql, files, clock }: Pick<Deps, 'sql' | 'files' | 'clock'>,
  by: StaffRequest | null,
  original: Buffer,
  id: string = randomUUID(),
): Promise<ArticlePicture> {
  const type = await sniff(original);
  if (type === null || type === 'application/pdf') throw new AppError('file-type-refused');
  const { content, width, height } = await reEncode(original, type, SIDE_MAX);
  const picture = { id, type, bytes: content.length, width, height };
  await files.put(picture.id, content);
  await sql.begin(async (tx) => {
    await insertPicture(tx, picture, clock.now(), by?.staff.id ?? null);
    await audit(tx, by ?? { ip: '' }, 'picture.added', { kind: 'picture', id: picture.id });
  });
  return { id: picture.id, href: pictureHref(picture), width, height };
}
