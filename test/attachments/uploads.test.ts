import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReceipt } from '../../src/server/demo/files.ts';
import {
  aCustomer,
  type Cast,
  fetchFile,
  type Person,
  pdf,
  plainPicture,
  startCast,
  upload,
} from './cast.ts';

let folder: string;
let cast: Cast;
let li: Person;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'okpay-files-'));
  cast = await startCast(folder);
  li = await aCustomer(cast);
});
afterAll(async () => {
  await cast.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Limits are kept in the database by address; each test begins with a full allowance. */
const fresh = () => cast.later(200_000);

async function send(content: Buffer, name = 'picture.png') {
  fresh();
  return upload(cast, li, content, name);
}

const code = (response: { json(): unknown }) => (response.json() as { code: string }).code;
const filesOnDisk = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile()).length;

/** One PNG chunk. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of a few hundred kilobytes that asks for 400 million pixels. */
function bomb(side = 20_000): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc((side / 8 + 1) * side), { level: 9 });
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A GIF of a few bytes whose frames are drawn on a huge canvas. */
function animation({ side, frames }: { side: number; frames: number }): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(side, 0);
  size.writeUInt16LE(side, 2);
  const head = Buffer.concat([Buffer.from('GIF89a'), size, Buffer.from('800000000000ffffff', 'hex')]);
  const frame = Buffer.from('21f904000a0000002c0000000001000100000202440100', 'hex');
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from(';')]);
}

describe('what is taken', () => {
  it.each(['png', 'jpeg', 'webp', 'gif'] as const)(
    'a picture as %s, with its measures and a thumbnail',
    async (format) => {
      const response = await send(
        await plainPicture(1200, 800).toFormat(format).toBuffer(),
        `付款 截图.${format}`,
      );
      expect(response.statusCode).toBe(201);
      const ref = response.json();
      expect(ref).toMatchObject({
        type: `image/${format}`,
        name: `付款 截图.${format}`,
        width: 1200,
        height: 800,
      });
      const thumbnail = await fetchFile(cast, li, `/files/${ref.id}/x?size=thumbnail`);
      expect(await sharp(thumbnail.rawPayload).metadata()).toMatchObject({
        format: 'webp',
        width: 480,
        height: 320,
      });
    },
  );

  it('a PDF, unchanged', async () => {
    const content = makeReceipt('Receipt 42');
    const { id, type, name } = (await send(content, 'receipt')).json();
    expect({ type, name }).toEqual({ type: 'application/pdf', name: 'receipt.pdf' });
    expect((await fetchFile(cast, li, `/files/${id}/receipt.pdf`)).rawPayload.equals(content)).toBe(true);
  });

  it('an animation, still moving', async () => {
    const frames = [0, 1, 2].map((i) => Buffer.alloc(20 * 20 * 3, i * 100));
    const gif = await sharp(Buffer.concat(frames), {
      raw: { width: 20, height: 60, channels: 3, pageHeight: 20 },
    })
      .gif({ delay: [100, 100, 100] })
      .toBuffer();
    const ref = (await send(gif, 'move.gif')).json();
    expect(ref).toMatchObject({ width: 20, height: 20 });
    const back = await fetchFile(cast, li, `/files/${ref.id}/move.gif`);
    expect((await sharp(back.rawPayload, { animated: true }).metadata()).pages).toBe(3);
  });
});

describe('what a picture loses', () => {
  it('where and with what it was taken', async () => {
    const original = await plainPicture()
      .jpeg()
      .withExif({
        IFD0: { Make: 'SpyPhone' },
        IFD3: { GPSLatitude: '39/1 54/1 0/1', GPSLongitude: '116/1 23/1 0/1' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret/></x:xmpmeta>')
      .toBuffer();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const { id } = (await send(original, 'a.jpg')).json();
    const kept = (await fetchFile(cast, li, `/files/${id}/a.jpg`)).rawPayload;
    const { exif, xmp, icc, iptc } = await sharp(kept).metadata();
    expect([exif, xmp, icc, iptc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(kept.includes('SpyPhone') || kept.includes('secret')).toBe(false);
  });

  it('its rotation mark: it is turned instead', async () => {
    const original = await plainPicture(60, 40).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect((await send(original, 'a.jpg')).json()).toMatchObject({ width: 40, height: 60 });
  });

  it('whatever else was hidden in it', async () => {
    const script = '/*<script>alert(document.cookie)</script>*/';
    const gif = Buffer.concat([await plainPicture().gif().toBuffer(), Buffer.from(script)]);
    const { id } = (await send(gif, 'x.gif')).json();
    expect((await fetchFile(cast, li, `/files/${id}/x.gif`)).rawPayload.includes('script')).toBe(false);
  });
});

describe('what is refused', () => {
  const svg = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  const zip = Buffer.from('504b0304140000000800', 'hex');
  it.each([
    ['an SVG', svg],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a program', Buffer.from('MZ\u0090\u0000', 'latin1')],
    ['an archive called a picture', Buffer.concat([zip, gzipSync(Buffer.alloc(1_000_000))])],
    ['a compressed bomb called a picture', gzipSync(Buffer.alloc(50_000_000))],
    ['a PDF that is an archive as well', pdf(undefined, 'PK\u0005\u0006\u0000\u0000')],
    ['a PDF that is a page as well', pdf('<html><script>alert(1)</script>')],
    ['a PDF without an end', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['a first byte alone', Buffer.from([0x89])],
    ['a BMP', Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)])],
  ])('%s', async (_what, content) => {
    const before = filesOnDisk();
    const response = await send(content);
    expect([response.statusCode, code(response)]).toEqual([415, 'file-type-refused']);
    expect(filesOnDisk()).toBe(before);
  });

  it.each(['png', 'jpeg', 'webp', 'gif'] as const)('half a %s', async (format) => {
    const noise = sharp(Buffer.from(Array.from({ length: 200 * 200 * 3 }, (_, i) => (i * 7919) % 251)), {
      raw: { width: 200, height: 200, channels: 3 },
    });
    const whole = await noise.toFormat(format).toBuffer();
    const response = await send(whole.subarray(0, whole.length / 2));
    expect(code(response)).toBe('file-type-refused');
  });

  it('400 million pixels in a small file, without drawing them', async () => {
    const content = bomb();
    expect(content.length).toBeLessThan(500_000);
    const response = await send(content);
    expect([response.statusCode, code(response)]).toEqual([413, 'too-large']);
  });

  it('an animation whose frames add up to too much', async () => {
    const gif = animation({ side: 2000, frames: 11 });
    expect(gif.length).toBeLessThan(500);
    expect(code(await send(gif, 'x.gif'))).toBe('too-large');
  });

  it('more bytes than the limit', async () => {
    const response = await send(
      Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(2_000_000)]),
    );
    expect([response.statusCode, code(response)]).toEqual([413, 'too-large']);
    expect((response.json() as { title: string }).title).toContain('1.9 MB');
  });

  it('strangers', async () => {
    fresh();
    expect((await upload(cast, null, await plainPicture().png().toBuffer(), 'x.png')).statusCode).toBe(401);
  });

  it('requests that are no upload, with words and never a 5xx', async () => {
    const good = await plainPicture().png().toBuffer();
    fresh();
    const wrongField = await upload(cast, li, good, 'x.png', 'other');
    expect(wrongField.json()).toMatchObject({ code: 'invalid-input', fields: [{ path: 'file' }] });
    expect((await upload(cast, li, Buffer.alloc(0), 'x.png')).json()).toMatchObject({
      code: 'invalid-input',
    });
    const raw = (payload: string, type: string) =>
      cast.app.inject({
        method: 'POST',
        url: '/api/my/attachments',
        headers: { cookie: li.cookie, 'content-type': type },
        payload,
      });
    const half = '--b\r\ncontent-disposition: form-data; name="file"; filename="x.png"\r\n\r\nabc';
    for (const response of await Promise.all([
      raw(half, 'multipart/form-data; boundary=b'),
      raw('', 'multipart/form-data; boundary=b'),
      raw('x', 'multipart/form-data'),
      raw('{}', 'application/json'),
      raw('x', 'text/plain'),
    ])) {
      expect(response.statusCode).toBeGreaterThanOrEqual(400);
      expect(response.statusCode).toBeLessThan(500);
    }
  });

  it('a flood', async () => {
    fresh();
    const statuses = new Set<number>();
    for (let i = 0; i < 60; i += 1) statuses.add((await upload(cast, li, Buffer.from('x'), 'x')).statusCode);
    expect(statuses).toContain(429);
  });
});
