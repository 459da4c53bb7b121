import type { TransactionSql } from 'postgres';
import type { Decided, SettleUnanswered } from '../../contract/questions.ts';
import type { StaffRequest } from '../agents/request-staff.ts';
import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { addSimilar } from '../help/editing/add-similar.ts';
import { closeLibrary } from '../help/library.ts';
import { AppError } from '../platform/app-error.ts';
import { lockUnanswered, markSettled, type UnansweredRow } from './unanswered-store.ts';

const nothing: Decided = { decided: 0, published: [], drafted: [] };

/** Puts the questions among the similar ones of an article; its line in the audit is that article's. */
async function give(
  tx: TransactionSql,
  by: StaffRequest,
  { id, similar, now }: { id: string; similar: readonly UnansweredRow[]; now: Date },
): Promise<Decided> {
  const became = await addSimilar(tx, by, { id, similar, now });
  if (became === null)
    throw new AppError('invalid-input', {}, [{ path: 'articleId', message: 'does not exist' }]);
  return { decided: similar.length, published: [], drafted: [], [became]: [id] };
}

/**
 * Puts questions away that wait for an article, gives them to one that answers them, or takes that back.
 * @throws AppError `invalid-input` for an article that is not in use
 */
export async function settleUnanswered(
  deps: Pick<Deps, 'sql' | 'clock'>,
  by: StaffRequest,
  { ids, decision, articleId }: SettleUnanswered,
): Promise<Decided> {
  const now = deps.clock.now();
  const settled = (await deps.sql.begin(async (tx): Promise<Decided> => {
    const rows = await lockUnanswered(tx, ids, decision === 'settled' ? 'waiting' : 'settled');
    if (rows.length === 0) return nothing;
    await markSettled(
      tx,
      rows.map(({ id }) => id),
      decision === 'settled' ? { id: by.staff.id, at: now } : null,
    );
    if (decision === 'settled' && articleId !== undefined)
      return give(tx, by, { id: articleId, similar: rows, now });
    const action = decision === 'settled' ? 'questions.put-away' : 'questions.brought-back';
    await audit(tx, by, action, { kind: 'article', id: null }, { questions: rows.length });
    return { ...nothing, decided: rows.length };
  })) as Decided;
  if (settled.published.length > 0) closeLibrary(deps.sql);
  return settled;
}
