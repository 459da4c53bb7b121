import type { Readable } from 'node:stream';
import { isPicture } from '../../contract/attachments.ts';
import { passDoor } from '../conversations/door.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { contentKey, thumbnailKey } from './keys.ts';
import { type AttachmentRow, findAttachment, type Owner } from './store.ts';

/** Who asks for a file. Staff without `mayRead` see only what they uploaded themselves. */
export type Reader = Owner & { mayRead: boolean };

export interface OpenedFile {
  name: string;
  type: string;
  bytes: number;
  stream: Readable;
  isPicture: boolean;
}

async function maySee(
  deps: Pick<Deps, 'sql'>,
  { party, id, mayRead }: Reader,
  row: AttachmentRow,
): Promise<boolean> {
  if (row.conversationId === null) return row.ownerParty === party && row.ownerId === id;
  if (party === 'staff') return mayRead;
  if (row.internal) return false;
  return passDoor(deps, { party, id }, row.conversationId).then(
    () => true,
    (error: unknown) => {
      if (error instanceof AppError) return false;
      throw error;
    },
  );
}

/**
 * The bytes of a file for somebody who may see it: whoever sees the conversation, and before it is sent, its owner.
 * A browser may be known as a customer and as staff at once; one of them is enough.
 * @throws AppError `attachment-not-found`, also when it exists but is not theirs
 */
export async function openFile(
  deps: Pick<Deps, 'sql' | 'files'>,
  readers: Reader[],
  id: string,
  size: 'full' | 'thumbnail',
): Promise<OpenedFile> {
  const row = await findAttachment(deps.sql, id);
  const allowed = row === null ? [] : await Promise.all(readers.map((reader) => maySee(deps, reader, row)));
  if (row === null || !allowed.includes(true)) throw new AppError('attachment-not-found');
  const small = size === 'thumbnail' && isPicture(row.type);
  const file = await deps.files.get(small ? thumbnailKey(id) : contentKey(id));
  if (file === null) throw new AppError('attachment-not-found');
  const { name, type } = small ? { name: `${row.name}.webp`, type: 'image/webp' } : row;
  return { name, type, bytes: file.bytes, stream: file.stream, isPicture: isPicture(type) };
}
