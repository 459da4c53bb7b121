import type { ArticleContent, ArticleStage } from '../../../contract/editing.ts';

/** Somebody who did something to an article, as they are called now. */
export interface Doer {
  readonly id: string;
  readonly name: string;
}

/** The working copy of an article and how far it is on its way to customers. Dates with their doers: null, not yet. */
export interface Draft {
  readonly id: string;
  readonly content: ArticleContent;
  readonly version: number;
  readonly changedAt: Date;
  readonly changedBy: Doer | null;
  /** The revision that holds this very content; null when it was changed since. */
  readonly keptRevision: number | null;
  readonly reviewAt: Date | null;
  readonly reviewBy: Doer | null;
  /** What customers read; null: nothing. */
  readonly liveRevision: number | null;
  readonly publishedAt: Date | null;
  readonly publishedBy: Doer | null;
  /** What is published at `dueAt`. */
  readonly dueRevision: number | null;
  readonly dueAt: Date | null;
  readonly scheduledAt: Date | null;
  readonly scheduledBy: Doer | null;
  readonly archivedAt: Date | null;
  readonly archivedBy: Doer | null;
  /** Where links to an archived article lead. */
  readonly replacement: string | null;
}

/** Whether the working copy differs from what customers read. */
export const hasChanges = (draft: Pick<Draft, 'keptRevision' | 'liveRevision'>): boolean =>
  draft.keptRevision === null || draft.keptRevision !== draft.liveRevision;

/** Where an article is. `list-store.ts` says the same in SQL. */
export function stageOf(
  draft: Pick<Draft, 'archivedAt' | 'dueAt' | 'reviewAt' | 'keptRevision' | 'liveRevision'>,
): ArticleStage {
  if (draft.archivedAt !== null) return 'archived';
  if (draft.dueAt !== null) return 'scheduled';
  if (draft.reviewAt !== null) return 'review';
  return hasChanges(draft) ? 'draft' : 'published';
}

/** A draft that nobody has sent anywhere yet. */
export const newDraft = (id: string, content: ArticleContent, now: Date, by: Doer | null): Draft => ({
  id,
  content,
  version: 0,
  changedAt: now,
  changedBy: by,
  keptRevision: null,
  reviewAt: null,
  reviewBy: null,
  liveRevision: null,
  publishedAt: null,
  publishedBy: null,
  dueRevision: null,
  dueAt: null,
  scheduledAt: null,
  scheduledBy: null,
  archivedAt: null,
  archivedBy: null,
  replacement: null,
});
