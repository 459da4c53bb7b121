/** The pictures that articles show, in an archive beside them: `pictures/ID.png`. Their ids stay, so that articles find them. */
import { buffer } from 'node:stream/consumers';
import { attachmentEndings } from '../../../contract/attachments.ts';
import { fieldPhrase } from '../../../contract/field-words.ts';
import type { Locale } from '../../../contract/locale.ts';
import type { StaffRequest } from '../../agents/request-staff.ts';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../platform/app-error.ts';
import { addPicture } from '../pictures/add-picture.ts';
import { findPicture } from '../pictures/store.ts';
import type { Outgoing } from './formats.ts';
import type { Fault } from './portable.ts';
import { BadArchive, limits, type PackedFile, unpack } from './zip.ts';

const shown = /\/pictures\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\//g;
const packed = /^pictures\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(?:png|jpg|webp|gif)$/;

/** Every picture that articles show, once. One that is gone is left out: the article says so already. */
export async function* picturesOf(
  { sql, files }: Pick<Deps, 'sql' | 'files'>,
  articles: readonly Outgoing[],
): AsyncGenerator<PackedFile> {
  const bodies = articles.flatMap(({ versions }) => Object.values(versions).map(({ body }) => body));
  const ids = new Set(bodies.flatMap((body) => [...body.matchAll(shown)].map(([, id]) => id as string)));
  for (const id of [...ids].sort()) {
    const [picture, file] = await Promise.all([findPicture(sql, id), files.get(id)]);
    if (picture === null || file === null) continue;
    yield { path: `pictures/${id}.${attachmentEndings[picture.type]}`, content: await buffer(file.stream) };
  }
}

/**
 * Takes in the pictures of an archive that are not there yet, each drawn anew. Those that are no pictures are named; all else lands.
 * @param by null: a command
 */
export async function landPictures(
  deps: Pick<Deps, 'sql' | 'files' | 'clock'>,
  by: StaffRequest | null,
  archive: Buffer,
  speak: Locale,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  const refuse = (source: string, message: string) =>
    faults.push({ source, line: 1, id: null, field: 'picture', message: fieldPhrase(message, speak) });
  try {
    for await (const { path, content } of unpack(archive, (name) => packed.test(name), limits.picture)) {
      const id = packed.exec(path)?.[1] as string;
      if ((await findPicture(deps.sql, id)) !== null) continue;
      try {
        await addPicture(deps, by, content, id);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        refuse(path, 'is not valid');
      }
    }
  } catch (error) {
    if (!(error instanceof BadArchive)) throw error;
    refuse('', error.reason === 'broken' ? 'is not valid' : 'is too long');
  }
  return faults;
}
