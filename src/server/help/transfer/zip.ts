/** Archives, packed and unpacked without being trusted: what one claims of itself is checked while it is read. */
import { buffer } from 'node:stream/consumers';
import { setImmediate as breathe } from 'node:timers/promises';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { ZipFile as Packer } from 'yazl';

export interface PackedFile {
  readonly path: string;
  readonly content: Buffer;
}

/** The same files make the same archive, on whatever day. */
const EPOCH = new Date('2000-01-01T00:00:00');

/** Packs files while they are being made; between some of them other work is done. */
export async function pack(files: AsyncIterable<PackedFile>): Promise<Buffer> {
  const packer = new Packer();
  const packed = buffer(packer.outputStream);
  let count = 0;
  for await (const { path, content } of files) {
    packer.addBuffer(content, path, { mtime: EPOCH });
    count += 1;
    if (count % 10 === 0) await breathe();
  }
  packer.end();
  return packed;
}

/** Most that is unpacked of one archive: files, bytes of one that is a text, or a picture, bytes of all. */
export const limits = { files: 60_000, file: 1_000_000, picture: 20_000_000, all: 400_000_000 };

/** An archive that cannot be read, or holds more than it may. */
export class BadArchive extends Error {
  readonly reason: 'broken' | 'too-large';

  constructor(reason: BadArchive['reason']) {
    super(reason);
    this.reason = reason;
  }
}

const opened = (content: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(content, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });

const nextEntry = (zip: ZipFile): Promise<Entry | null> =>
  new Promise((resolve, reject) => {
    zip.removeAllListeners();
    zip.once('entry', resolve);
    zip.once('end', () => resolve(null));
    zip.once('error', reject);
    zip.readEntry();
  });

// A file that is longer than it says ends with an error (validateEntrySizes), and what it says is limited before.
const contentOf = (zip: ZipFile, entry: Entry): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else buffer(stream).then(resolve, reject);
    });
  });

/**
 * The files of an archive that `wanted` names, in their order; others are not unpacked.
 * @throws BadArchive
 */
export async function* unpack(
  content: Buffer,
  wanted: (path: string) => boolean,
  most = limits.file,
): AsyncGenerator<PackedFile> {
  try {
    const zip = await opened(content);
    if (zip.entryCount > limits.files) throw new BadArchive('too-large');
    let all = 0;
    for (let entry = await nextEntry(zip); entry !== null; entry = await nextEntry(zip)) {
      if (!wanted(entry.fileName)) continue;
      all += entry.uncompressedSize;
      if (entry.uncompressedSize > most || all > limits.all) throw new BadArchive('too-large');
      yield { path: entry.fileName, content: await contentOf(zip, entry) };
    }
  } catch (error) {
    throw error instanceof BadArchive ? error : new BadArchive('broken');
  }
}
