import type { ArticleContent, EditableArticle } from '../../../../contract/editing.ts';
import { RequestFailed } from '../../api/client.ts';
import { remember, remembered } from '../../ui/remembered.ts';
import { contentOf, type Form, formOf, isSame } from './form.ts';

/**
 * How safe what was typed is: on the server; on its way there; on this device until the server can be reached; on this
 * device because the server refuses it; on this device because somebody else saved meanwhile, and it must be decided.
 */
export type Safety = 'saved' | 'saving' | 'here' | 'refused' | 'contested';

export interface Kept {
  readonly form: Form;
  /** The article as the server last told it. */
  readonly article: EditableArticle;
  readonly safety: Safety;
  /** What somebody else saved, while that is to be decided. */
  readonly theirs: EditableArticle | null;
  /** Why the server refuses it. */
  readonly refusal: RequestFailed | null;
  /** Whether words of an earlier visit were found on this device. */
  readonly restored: boolean;
}

export interface Line {
  save(version: number, content: ArticleContent): Promise<EditableArticle>;
  read(): Promise<EditableArticle>;
}

const AFTER_MS = 1_000;
const AGAIN_MS = 5_000;

interface OnDevice {
  readonly version: number;
  readonly form: Form;
}

/**
 * Keeps the words of one editor on one article: on this device at every keystroke, on the server shortly after. Words
 * are given up by nobody but the editor: not by a crash, not by a dead line, not by a colleague who was faster.
 */
export class ArticleKeeper {
  readonly #key: string;
  readonly #line: Line;
  readonly #listeners = new Set<() => void>();
  #kept: Kept;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | null = null;
  /** Sent, and no answer came: the server may have it all the same. */
  #unanswered: Form | null = null;

  /** @param who the editor: words on a shared device are nobody else's */
  constructor(who: string, article: EditableArticle, line: Line) {
    this.#key = `article:${who}:${article.id}`;
    this.#line = line;
    const server = formOf(article.content);
    this.#kept = { form: server, article, safety: 'saved', theirs: null, refusal: null, restored: false };
    const found = this.#onDevice();
    if (found === null || isSame(found.form, server)) return;
    const current = found.version === article.version;
    this.#kept = {
      ...this.#kept,
      form: found.form,
      safety: current ? 'here' : 'contested',
      theirs: current ? null : article,
      restored: true,
    };
    if (current) this.#saveAfter(0);
  }

  get kept(): Kept {
    return this.#kept;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  change(form: Form): void {
    const contested = this.#kept.safety === 'contested';
    this.#set({ form, ...(contested ? {} : { safety: 'saving' as const, refusal: null }) });
    this.#putOnDevice();
    if (!contested) this.#saveAfter(AFTER_MS);
  }

  /** Saves at once what is not saved, and waits for it. Answers whether all is saved. */
  async settle(): Promise<boolean> {
    clearTimeout(this.#timer);
    await this.#saving;
    if (!['saved', 'contested'].includes(this.#kept.safety)) await this.#run();
    return this.#kept.safety === 'saved';
  }

  /** The server changed the article at the editor's wish: published it, restored an older text. */
  adopt(article: EditableArticle): void {
    remember(this.#key, null);
    this.#set({
      form: formOf(article.content),
      article,
      safety: 'saved',
      theirs: null,
      refusal: null,
      restored: false,
    });
  }

  /** Asks for what somebody else saved; the editor decides. */
  async meet(): Promise<void> {
    const theirs = await this.#line.read();
    if (isSame(formOf(theirs.content), this.#kept.form)) return this.adopt(theirs);
    this.#putOnDevice();
    this.#set({ safety: 'contested', theirs });
  }

  /** Why the server would not take a step, told at the fields it names. */
  explain(refusal: RequestFailed): void {
    this.#set({ refusal });
  }

  /** Goes on with one's own words, on top of theirs, which stay among the revisions. */
  keepMine(): void {
    const { theirs } = this.#kept;
    if (theirs === null) return;
    this.#set({ article: theirs, theirs: null, safety: 'saving' });
    this.#putOnDevice();
    this.#saveAfter(0);
  }

  /** Goes on with theirs. Answers one's own words, for the way back. */
  takeTheirs(): Form {
    const { theirs, form } = this.#kept;
    if (theirs !== null) this.adopt(theirs);
    return form;
  }

  /** Nobody looks at it any more: what is not saved is sent, and stays on this device until that has succeeded. */
  leave(): void {
    clearTimeout(this.#timer);
    if (this.#kept.safety === 'saving' || this.#kept.safety === 'here') void this.#run();
  }

  #set(part: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...part };
    for (const listener of this.#listeners) listener();
  }

  #onDevice(): OnDevice | null {
    try {
      const found = JSON.parse(remembered(this.#key) ?? 'null') as OnDevice | null;
      return found?.form.versions === undefined ? null : found;
    } catch {
      return null;
    }
  }

  #putOnDevice(): void {
    const { form, article } = this.#kept;
    remember(this.#key, JSON.stringify({ version: article.version, form } satisfies OnDevice));
  }

  #saveAfter(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), ms);
  }

  #run(): Promise<void> {
    this.#saving ??= this.#save().finally(() => {
      this.#saving = null;
    });
    return this.#saving;
  }

  async #save(): Promise<void> {
    const { form, article } = this.#kept;
    this.#set({ safety: 'saving', refusal: null });
    try {
      this.#saved(form, await this.#line.save(article.version, contentOf(form)));
    } catch (error) {
      await this.#failed(form, error).catch(() => this.#tryAgain());
    }
  }

  #saved(form: Form, article: EditableArticle): void {
    this.#unanswered = null;
    if (this.#kept.form === form) {
      remember(this.#key, null);
      this.#set({ article, safety: 'saved', restored: false });
    } else {
      this.#set({ article });
      this.#putOnDevice();
      this.#saveAfter(AFTER_MS);
    }
  }

  async #failed(form: Form, error: unknown): Promise<void> {
    if (!(error instanceof RequestFailed) || error.transient) {
      this.#unanswered = form;
      return this.#tryAgain();
    }
    if (error.code !== 'edited-meanwhile') return this.#set({ safety: 'refused', refusal: error });
    const theirs = await this.#line.read();
    const mine = this.#unanswered;
    // It was oneself: a save whose answer was lost.
    if (mine !== null && isSame(formOf(theirs.content), mine)) return this.#saved(mine, theirs);
    await this.meet();
  }

  #tryAgain(): void {
    this.#set({ safety: 'here' });
    this.#saveAfter(AGAIN_MS);
  }
}
