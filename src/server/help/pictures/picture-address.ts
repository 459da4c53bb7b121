/** Where the pictures of articles are. Pure. */
import { attachmentEndings } from '../../../contract/attachments.ts';
import type { PictureType } from '../../attachments/re-encode.ts';

const address =
  /^\/pictures\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/(\d{1,5})x(\d{1,5})\.(?:png|jpg|webp|gif)$/;

/** The address of a picture: `/pictures/ID/640x480.png`. */
export function pictureHref(picture: {
  id: string;
  type: PictureType;
  width: number;
  height: number;
}): string {
  const { id, type, width, height } = picture;
  return `/pictures/${id}/${width}x${height}.${attachmentEndings[type]}`;
}

/** The size, in pixels, that the address of a picture of ours says; null for any other address. */
export function pictureSize(href: string): { width: string; height: string } | null {
  const [, width, height] = address.exec(href) ?? [];
  return width === undefined || height === undefined ? null : { width, height };
}
