import type { AttachmentRef } from './events.ts';

/** What may be sent, by the type found in the bytes, with the ending a file of it is given. */
export const attachmentEndings = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
} as const;

export type AttachmentType = keyof typeof attachmentEndings;

/** For the `accept` of a file field; with it, phones hand over their own picture formats as JPEG. */
export const acceptedTypes: string = Object.keys(attachmentEndings).join(',');

/** Largest file where the server is not set otherwise, in bytes (UPLOAD_MAX_BYTES). */
export const UPLOAD_MAX_DEFAULT = 20 * 1024 * 1024;

export const isPicture = (type: string): boolean => type.startsWith('image/');

/** Where a file is fetched from; for pictures also a small version (at most 480 px, WebP). */
export function fileUrl(
  { id, name }: Pick<AttachmentRef, 'id' | 'name'>,
  size: 'full' | 'thumbnail' = 'full',
): string {
  return `/files/${id}/${encodeURIComponent(name)}${size === 'thumbnail' ? '?size=thumbnail' : ''}`;
}
