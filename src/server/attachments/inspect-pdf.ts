import { Worker } from 'node:worker_threads';
import type { Locale } from '../../contract/locale.ts';
import { nameOf } from '../../guard/marks.ts';
import { AppError } from '../platform/app-error.ts';
import type { PdfReading } from './read-pdf.ts';
import { takingTurns } from './turns.ts';

const MILLISECONDS_MAX = 10_000;
const MEGABYTES_MAX = 256;

const inTurn = takingTurns(2);

/** Reads a PDF in a thread of its own, which is ended when it takes too long or too much memory. */
function readApart(content: Buffer): Promise<PdfReading> {
  const worker = new Worker(new URL('./read-pdf.ts', import.meta.url), {
    workerData: new Uint8Array(content),
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES_MAX },
    stdout: true,
    stderr: true,
  });
  return new Promise<PdfReading>((resolve) => {
    const timer = setTimeout(() => resolve({ unreadable: true }), MILLISECONDS_MAX);
    const end = (reading: PdfReading) => {
      clearTimeout(timer);
      resolve(reading);
    };
    worker.once('message', end);
    worker.once('error', () => end({ unreadable: true }));
    worker.once('exit', () => end({ unreadable: true }));
  }).finally(() => worker.terminate());
}

/**
 * Lets a PDF in only when its text could be read and holds no secret. Nothing can be taken out of a PDF here, so it is
 * refused whole. What is only a picture in it is not seen.
 * @throws AppError `file-holds-secrets` naming what was found, `file-not-inspected`
 */
export async function inspectPdf(content: Buffer, locale: Locale): Promise<void> {
  const reading = await inTurn(() => readApart(content));
  if ('unreadable' in reading) throw new AppError('file-not-inspected');
  if (reading.kinds.length === 0) return;
  const what = reading.kinds.map((kind) => nameOf(kind, locale)).join(locale === 'en' ? ', ' : '、');
  throw new AppError('file-holds-secrets', { what });
}
