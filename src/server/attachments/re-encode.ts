import sharp, { type Sharp } from 'sharp';
import type { AttachmentType } from '../../contract/attachments.ts';
import type { Box } from '../../contract/redaction.ts';
import { AppError } from '../platform/app-error.ts';
import { takingTurns } from './turns.ts';

/** Pixels of all frames together: a picture of a few bytes can claim to be enormous. */
const PIXELS_MAX = 40_000_000;
const SECONDS_MAX = 15;
const THUMBNAIL_SIDE = 480;

/** Decoding is the heaviest thing a stranger can ask of the server: two at a time. */
const inTurn = takingTurns(2);

export type PictureType = Exclude<AttachmentType, 'application/pdf'>;

export interface Picture {
  content: Buffer;
  thumbnail: Buffer;
  width: number;
  height: number;
}

sharp.cache(false);

const encoders: Record<PictureType, (picture: Sharp) => Sharp> = {
  'image/jpeg': (picture) => picture.jpeg({ quality: 88 }),
  'image/png': (picture) => picture.png(),
  'image/webp': (picture) => picture.webp({ quality: 85 }),
  'image/gif': (picture) => picture.gif(),
};

const reading = (content: Buffer, animated: boolean): Sharp =>
  sharp(content, { limitInputPixels: PIXELS_MAX, failOn: 'error', animated }).timeout({
    seconds: SECONDS_MAX,
  });

/** Anything that decodes badly is refused: what is broken in one reader may be an attack in another. */
function refusal(error: unknown): AppError {
  const tooBig = error instanceof Error && /pixel limit|too large|exceeds/i.test(error.message);
  return tooBig ? new AppError('too-large', { limit: '40 MP' }) : new AppError('file-type-refused');
}

const atMost = (side: number) => ({
  width: side,
  height: side,
  fit: 'inside' as const,
  withoutEnlargement: true,
});

async function draw(original: Buffer, type: PictureType, sideMax: number | null): Promise<Picture> {
  const animated = type === 'image/gif' || type === 'image/webp';
  const upright = reading(original, animated).autoOrient();
  const drawn = encoders[type](sideMax === null ? upright : upright.resize(atMost(sideMax)));
  const { data: content, info } = await drawn.toBuffer({ resolveWithObject: true });
  const thumbnail = await reading(content, false)
    .resize(atMost(THUMBNAIL_SIDE))
    .webp({ quality: 78 })
    .toBuffer();
  return { content, thumbnail, width: info.width, height: info.pageHeight ?? info.height };
}

/**
 * The picture with these boxes black. Black, not blurred: what is blurred can be calculated back. An animation becomes
 * its first frame, because a secret may move.
 */
export async function blackOut(original: Buffer, type: PictureType, boxes: readonly Box[]): Promise<Picture> {
  const covers = boxes.map(({ x, y, width, height }) => ({
    input: { create: { width, height, channels: 3 as const, background: '#000' } },
    left: x,
    top: y,
  }));
  const still = reading(original, false).composite(covers);
  const content = await inTurn(() => encoders[type](still).toBuffer());
  return inTurn(() => draw(content, type, null));
}

/**
 * The picture drawn anew: the pixels survive, and nothing else - no place where it was taken, no hidden second file,
 * no comment with a script. Turned the right way up; animations keep moving. With `sideMax`, no larger than that.
 * @throws AppError `file-type-refused` when it does not decode, `too-large` beyond 40 megapixels
 */
export async function reEncode(
  original: Buffer,
  type: PictureType,
  sideMax: number | null = null,
): Promise<Picture> {
  return inTurn(() => draw(original, type, sideMax)).catch((error: unknown) => {
    throw refusal(error);
  });
}
