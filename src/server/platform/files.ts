import type { Readable } from 'node:stream';

/** Where the bytes of attachments live: a folder on one machine, later an object store. Keys are made by us. */
export interface FileStore {
  /** Stores the whole content or nothing. */
  put(key: string, content: Buffer): Promise<void>;
  /** The content, or null when there is none under this key. */
  get(key: string): Promise<{ stream: Readable; bytes: number } | null>;
  delete(key: string): Promise<void>;
}
