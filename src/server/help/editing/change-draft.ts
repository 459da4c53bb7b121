import type { TransactionSql } from 'postgres';
import type { AuditAction } from '../../../contract/audit.ts';
import type { EditableArticle } from '../../../contract/editing.ts';
import type { StaffRequest } from '../../agents/request-staff.ts';
import { audit } from '../../audit/audit.ts';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../platform/app-error.ts';
import { closeLibrary } from '../library.ts';
import type { Doer, Draft } from './draft.ts';
import { lockDraft, updateDraft } from './store.ts';
import { viewOf } from './view.ts';

export type Places = Pick<Deps, 'sql' | 'clock' | 'config'>;

/** What a verb has to work with: its transaction, the time, and who asks (nobody: a command of the operator). */
export interface Hand {
  readonly tx: TransactionSql;
  readonly now: Date;
  readonly me: Doer | null;
}

/** What a verb made of a draft, and the line it leaves in the audit. */
export interface Changed {
  readonly draft: Draft;
  readonly action: AuditAction;
  readonly detail?: Record<string, unknown>;
}

/** Day and time in the centre's time zone, as people write them. */
const moment = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);

/** @throws AppError `edited-meanwhile`, telling who and when, unless the draft is still at `version` */
export function refuseStale(
  { config }: Pick<Places, 'config'>,
  { version, changedBy, changedAt }: Draft,
  expected: number,
): void {
  if (version === expected) return;
  const at = moment(changedAt, config.timeZone);
  throw new AppError('edited-meanwhile', { name: changedBy?.name ?? '-', at });
}

/** @throws AppError `not-found`, `article-archived` */
export async function lockEditable(tx: TransactionSql, id: string): Promise<Draft> {
  const draft = await lockDraft(tx, id);
  if (draft === null) throw new AppError('not-found');
  if (draft.archivedAt !== null) throw new AppError('article-archived');
  return draft;
}

/** Writes what became of a draft, as its next version, with its line in the audit. */
export async function writeDraft(
  { tx, now, me }: Hand,
  by: StaffRequest,
  { draft, action, detail }: Changed,
): Promise<EditableArticle> {
  const next = { ...draft, version: draft.version + 1, changedAt: now, changedBy: me };
  await updateDraft(tx, next);
  await audit(tx, by, action, { kind: 'article', id: next.id }, detail);
  return viewOf(tx, next);
}

/** Runs a verb in a transaction of its own. What customers read here is fresh afterwards. */
export async function inHand<T>(
  { sql, clock }: Pick<Places, 'sql' | 'clock'>,
  by: StaffRequest | null,
  verb: (hand: Hand) => Promise<T>,
): Promise<T> {
  const me = by === null ? null : { id: by.staff.id, name: by.staff.name };
  return sql.begin((tx) => verb({ tx, now: clock.now(), me })) as Promise<T>;
}

/**
 * Changes an article that is in use and still at the version the caller read.
 * @throws AppError `not-found`, `article-archived`, `edited-meanwhile`, and what `verb` refuses
 */
export async function changeDraft(
  deps: Places,
  by: StaffRequest,
  { id, version }: { id: string; version: number },
  verb: (draft: Draft, hand: Hand) => Promise<Changed>,
): Promise<EditableArticle> {
  return inHand(deps, by, async (hand) => {
    const draft = await lockEditable(hand.tx, id);
    refuseStale(deps, draft, version);
    return writeDraft(hand, by, await verb(draft, hand));
  });
}

/** The same for changes that customers see: on this node at once, on others when they next look. */
export async function changeShown(...given: Parameters<typeof changeDraft>): Promise<EditableArticle> {
  const article = await changeDraft(...given);
  closeLibrary(given[0].sql);
  return article;
}
