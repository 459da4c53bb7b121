import { remember, remembered } from '../ui/remembered.ts';

export interface DraftText {
  readonly text: string;
  readonly note: boolean;
}

type Save = (draft: DraftText, closing: boolean) => Promise<unknown>;

const AFTER_MS = 600;
const AGAIN_MS = 5_000;
export const emptyDraft: DraftText = { text: '', note: false };

/**
 * Keeps one draft: on this device at every keystroke, on the server shortly after. What the server has not confirmed
 * stays marked on the device and wins over the server's version the next time, so a closed tab or a dead line costs nothing.
 */
export class DraftKeeper {
  readonly #key: string;
  readonly #save: Save;
  readonly #keepable: (text: string) => string | null;
  #draft: DraftText = emptyDraft;
  #dirty = false;
  #saving = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param keepable what of a text may lie on this device; null when that cannot be said */
  constructor(key: string, save: Save, keepable: (text: string) => string | null = (text) => text) {
    this.#key = `draft:${key}`;
    this.#save = save;
    this.#keepable = keepable;
    const kept = this.#kept();
    if (kept === null) return;
    this.#draft = kept;
    this.#dirty = true;
  }

  /** What is known before the server has answered: only what it does not have yet. */
  get draft(): DraftText {
    return this.#draft;
  }

  /** Takes the server's version; one's own unsaved words win. Answers what now holds. */
  loaded(draft: DraftText): DraftText {
    if (this.#dirty) this.#saveAfter(0);
    else this.#draft = draft;
    return this.#draft;
  }

  change(draft: DraftText): void {
    this.#draft = draft;
    this.#dirty = true;
    const text = this.#keepable(draft.text);
    remember(this.#key, text === null ? null : JSON.stringify({ ...draft, text }));
    this.#saveAfter(draft.text === '' ? 0 : AFTER_MS);
  }

  /** Saves at once what is not saved; `closing` when the page itself may be gone before the answer. */
  flush(closing: boolean): void {
    clearTimeout(this.#timer);
    if (this.#dirty) void this.#run(closing);
  }

  #kept(): DraftText | null {
    try {
      const kept = JSON.parse(remembered(this.#key) ?? 'null') as DraftText | null;
      return typeof kept?.text === 'string' ? { text: kept.text, note: kept.note === true } : null;
    } catch {
      return null;
    }
  }

  #saveAfter(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(false), ms);
  }

  async #run(closing: boolean): Promise<void> {
    if (this.#saving && !closing) return this.#saveAfter(AFTER_MS);
    const saved = this.#draft;
    this.#saving = true;
    try {
      await this.#save(saved, closing);
      if (this.#draft === saved) {
        this.#dirty = false;
        remember(this.#key, null);
      }
    } catch {
      this.#saveAfter(AGAIN_MS);
    } finally {
      this.#saving = false;
    }
  }
}
