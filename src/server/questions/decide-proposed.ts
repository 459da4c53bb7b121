import type { TransactionSql } from 'postgres';
import type { Decided, DecideProposed } from '../../contract/questions.ts';
import type { StaffRequest } from '../agents/request-staff.ts';
import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { addSimilar } from '../help/editing/add-similar.ts';
import { closeLibrary } from '../help/library.ts';
import { lockProposed, markDecided, type ProposedRow } from './proposed-store.ts';

type Added = Pick<Decided, 'published' | 'drafted'>;

async function addAll(
  tx: TransactionSql,
  by: StaffRequest,
  rows: readonly ProposedRow[],
  now: Date,
): Promise<Added> {
  const added: Added = { published: [], drafted: [] };
  // In the order of their names, so that two people who accept at once do not wait for each other in a circle.
  const byArticle = [...Map.groupBy(rows, ({ articleId }) => articleId)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [id, similar] of byArticle) {
    const became = await addSimilar(tx, by, { id, similar, now });
    if (became !== null) added[became].push(id);
  }
  return added;
}

/**
 * Accepts or refuses proposed questions, or takes a refusal back. Those that somebody else has decided on are left alone.
 * Accepted ones become similar questions of their articles' working copies.
 */
export async function decideProposed(
  deps: Pick<Deps, 'sql' | 'clock'>,
  by: StaffRequest,
  { ids, decision }: DecideProposed,
): Promise<Decided> {
  const now = deps.clock.now();
  const decided = (await deps.sql.begin(async (tx): Promise<Decided> => {
    const rows = await lockProposed(tx, ids, decision === 'waiting' ? 'refused' : 'waiting');
    if (rows.length === 0) return { decided: 0, published: [], drafted: [] };
    const added = decision === 'accepted' ? await addAll(tx, by, rows, now) : { published: [], drafted: [] };
    await markDecided(
      tx,
      rows.map(({ id }) => id),
      decision === 'waiting' ? null : decision === 'accepted',
      { id: by.staff.id, at: now },
    );
    // What is accepted leaves the line of each article.
    if (decision !== 'accepted')
      await audit(
        tx,
        by,
        `questions.${decision === 'refused' ? 'refused' : 'put-back'}`,
        { kind: 'article', id: null },
        {
          questions: rows.length,
        },
      );
    return { decided: rows.length, ...added };
  })) as Decided;
  if (decided.published.length > 0) closeLibrary(deps.sql);
  return decided;
}
