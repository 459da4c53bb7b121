/**
 * A worker that reads one PDF and says which kinds of secret its text holds. Given the bytes as `workerData`; answers once
 * with `PdfReading`. The text itself never leaves it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';
import type { SecretKind } from '../../contract/secrets.ts';
import { findSecrets } from '../../guard/find-secrets.ts';

export type PdfReading = { kinds: SecretKind[] } | { unreadable: true };

/** More than a statement of a year has. What has more is not read in part: the rest could hold anything. */
const PAGES_MAX = 200;
const TEXT_MAX = 2_000_000;

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document['getPage']>>;

/** Pieces of one line follow each other without anything between: a number is often drawn digit by digit. */
async function wordsOf(page: Page): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}

/** What is written into comments and the fields of a form. */
async function annotationsOf(page: Page): Promise<string[]> {
  const annotations = (await page.getAnnotations()) as Record<string, unknown>[];
  return annotations.flatMap(({ contentsObj, fieldValue, alternativeText, url }) =>
    [(contentsObj as { str?: string } | undefined)?.str, fieldValue, alternativeText, url].flatMap((value) =>
      typeof value === 'string' ? [value] : [],
    ),
  );
}

async function textOf(document: Document): Promise<string> {
  const { info } = await document.getMetadata();
  const texts = Object.values(info).filter((value): value is string => typeof value === 'string');
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    texts.push(await wordsOf(page), ...(await annotationsOf(page)));
    page.cleanup();
  }
  return texts.join('\n\n');
}

async function read(bytes: Uint8Array): Promise<PdfReading> {
  const document = await getDocumentProxy(bytes, { verbosity: 0 });
  if (document.numPages > PAGES_MAX || (await document.getAttachments()) !== null)
    return { unreadable: true };
  const text = await textOf(document);
  if (text.length > TEXT_MAX) return { unreadable: true };
  return { kinds: [...new Set(findSecrets(text).map(({ kind }) => kind))] };
}

// Encrypted, broken, or made to break a reader: all that its sender needs to know is that it cannot be read.
const reading = await read(workerData as Uint8Array).catch((): PdfReading => ({ unreadable: true }));
parentPort?.postMessage(reading);
