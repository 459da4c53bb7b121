import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { type AttachmentType, isPicture } from '../../contract/attachments.ts';
import type { AttachmentRef } from '../../contract/events.ts';
import type { Box } from '../../contract/redaction.ts';
import type { Deps } from '../deps.ts';
import { AppError, invalidField } from '../platform/app-error.ts';
import { asRef } from './as-ref.ts';
import { contentKey, thumbnailKey } from './keys.ts';
import { blackOut, type PictureType } from './re-encode.ts';
import {
  type AttachmentRow,
  deleteAttachment,
  insertReplacement,
  markStored,
  serveAgain,
  withdraw,
} from './store.ts';

type Ports = Pick<Deps, 'sql' | 'files' | 'clock'>;

/**
 * Serves a file of a conversation to nobody any more, and makes what takes its place: the picture with these boxes
 * blacked out, or null without boxes. The caller then either destroys the original or puts it back; should the process
 * die between, the sweep does what the log says.
 * @throws AppError `attachment-not-found`, `invalid-input` naming the box
 */
export async function withdrawFile(
  ports: Ports,
  conversationId: string,
  id: string,
  boxes: readonly Box[] | undefined,
): Promise<AttachmentRef | null> {
  const row = await withdraw(ports.sql, { id, conversationId, now: ports.clock.now() });
  if (row === null) throw new AppError('attachment-not-found');
  if (boxes === undefined) return null;
  try {
    return await replacementFor(ports, row, boxes);
  } catch (error) {
    await serveAgain(ports.sql, id);
    throw error;
  }
}

function refuseBeyond({ width, height }: AttachmentRow, boxes: readonly Box[]): void {
  const beyond = boxes.findIndex(
    (box) => box.x + box.width > (width ?? 0) || box.y + box.height > (height ?? 0),
  );
  if (beyond >= 0) throw invalidField(`boxes.${beyond}`, 'is beyond the edge of the picture');
}

async function replacementFor(
  { sql, files, clock }: Ports,
  row: AttachmentRow,
  boxes: readonly Box[],
): Promise<AttachmentRef> {
  if (!isPicture(row.type)) throw invalidField('boxes', 'are for pictures only');
  refuseBeyond(row, boxes);
  const original = await files.get(contentKey(row.id));
  if (original === null) throw new AppError('attachment-not-found');
  const drawn = await blackOut(
    await buffer(original.stream),
    row.type as AttachmentType as PictureType,
    boxes,
  );
  const { content, thumbnail, width, height } = drawn;
  const left = { ...row, id: randomUUID(), bytes: content.length, width, height };
  await insertReplacement(sql, { from: row.id, ...left }, clock.now());
  await files.put(contentKey(left.id), content);
  await files.put(thumbnailKey(left.id), thumbnail);
  await markStored(sql, left.id, clock.now());
  return asRef(left);
}

/** The bytes go first: a row without them is found again by the sweep, bytes without a row by nobody. */
export async function destroyFile({ sql, files }: Pick<Ports, 'sql' | 'files'>, id: string): Promise<void> {
  await files.delete(contentKey(id));
  await files.delete(thumbnailKey(id));
  await deleteAttachment(sql, id);
}

/** Nothing came of it: the original is served again, and what was to take its place is gone. */
export async function putBackFile(
  ports: Pick<Ports, 'sql' | 'files'>,
  { id, left }: { id: string; left: AttachmentRef | null },
): Promise<void> {
  await serveAgain(ports.sql, id);
  if (left !== null) await destroyFile(ports, left.id);
}
