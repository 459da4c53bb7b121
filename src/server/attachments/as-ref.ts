import type { AttachmentRef } from '../../contract/events.ts';
import type { AttachmentRow } from './store.ts';

/** An attachment as messages and answers speak of it. */
export function asRef({
  id,
  name,
  type,
  bytes,
  width,
  height,
}: Pick<AttachmentRow, 'id' | 'name' | 'type' | 'bytes' | 'width' | 'height'>): AttachmentRef {
  return { id, name, type, bytes, ...(width !== null && height !== null ? { width, height } : {}) };
}
