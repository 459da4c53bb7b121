import { attachmentEndings, isPicture } from '../../../contract/attachments.ts';
import type { AttachmentRef } from '../../../contract/events.ts';
import { ATTACHMENTS_MAX } from '../../../contract/limits.ts';
import { newId } from '../../shared/ids.ts';
import { Store } from '../session/store.ts';
import { upload } from './upload.ts';

/** A file on its way into the next message. */
export interface TrayFile {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  readonly file: File;
  /** A picture of it, made here; null for other files. */
  readonly preview: string | null;
  readonly state: 'uploading' | 'ready' | 'failed';
  /** 0 to 1. */
  readonly share: number;
  readonly ref: AttachmentRef | null;
}

/** Why a file cannot be in the message. */
export interface Fault {
  readonly key: 'file.tooLarge' | 'file.typeRefused' | 'file.failed' | 'file.tooMany';
  readonly name: string;
}

export interface TrayState {
  readonly files: readonly TrayFile[];
  readonly fault: Fault | null;
}

interface TrayOptions {
  readonly url: string;
  readonly locale: string;
  readonly maxBytes: number;
}

/** The files that go with the next message: uploaded as soon as they are chosen, so that sending does not wait. */
export class Tray {
  readonly store = new Store<TrayState>({ files: [], fault: null });
  readonly #options: TrayOptions;
  readonly #cancels = new Map<string, () => void>();

  constructor(options: TrayOptions) {
    this.#options = options;
  }

  add(files: Iterable<File>): void {
    this.store.set({ fault: null });
    for (const file of files) {
      const fault = this.#faultOf(file);
      if (fault === null) this.#take(file);
      else this.store.set({ fault: { key: fault, name: file.name } });
    }
  }

  retry(key: string): void {
    const file = this.#file(key);
    if (file?.state === 'failed') this.#send(file);
  }

  remove(key: string): void {
    this.#cancels.get(key)?.();
    this.#forget([key]);
  }

  /** Hands over what is ready for the message, and is empty again. */
  empty(): AttachmentRef[] {
    const { files } = this.store.value;
    this.#forget(files.map(({ key }) => key));
    return files.flatMap(({ ref }) => ref ?? []);
  }

  close(): void {
    for (const { key } of this.store.value.files) this.remove(key);
  }

  #faultOf(file: File): Fault['key'] | null {
    if (this.store.value.files.length >= ATTACHMENTS_MAX) return 'file.tooMany';
    if (file.size > this.#options.maxBytes) return 'file.tooLarge';
    // The server decides by the bytes; this only saves an upload that is sure to be refused.
    return file.type !== '' && !(file.type in attachmentEndings) ? 'file.typeRefused' : null;
  }

  #take(file: File): void {
    const preview = isPicture(file.type) ? URL.createObjectURL(file) : null;
    const taken: TrayFile = {
      key: newId(),
      name: file.name,
      bytes: file.size,
      file,
      preview,
      state: 'uploading',
      share: 0,
      ref: null,
    };
    this.store.set({ files: [...this.store.value.files, taken] });
    this.#send(taken);
  }

  #send({ key, file, name }: TrayFile): void {
    this.#change(key, { state: 'uploading', share: 0 });
    const { url, locale } = this.#options;
    const cancel = upload(url, file, locale, {
      progress: (share) => this.#change(key, { share }),
      done: (ref) => this.#change(key, { state: 'ready', share: 1, ref }),
      failed: (code) => this.#failed(key, name, code),
    });
    this.#cancels.set(key, cancel);
  }

  #failed(key: string, name: string, code: string): void {
    if (this.#file(key) === undefined) return;
    if (code === 'too-large' || code === 'file-type-refused') {
      this.#forget([key]);
      this.store.set({ fault: { key: code === 'too-large' ? 'file.tooLarge' : 'file.typeRefused', name } });
      return;
    }
    this.#change(key, { state: 'failed' });
    this.store.set({ fault: { key: 'file.failed', name } });
  }

  #file(key: string): TrayFile | undefined {
    return this.store.value.files.find((file) => file.key === key);
  }

  #change(key: string, change: Partial<TrayFile>): void {
    const files = this.store.value.files.map((file) => (file.key === key ? { ...file, ...change } : file));
    this.store.set({ files });
  }

  #forget(keys: readonly string[]): void {
    for (const key of keys) {
      const preview = this.#file(key)?.preview;
      if (preview) URL.revokeObjectURL(preview);
      this.#cancels.delete(key);
    }
    this.store.set({ files: this.store.value.files.filter(({ key }) => !keys.includes(key)), fault: null });
  }
}
