import { isDeepStrictEqual } from 'node:util';
import type { AuditAction } from '../../contract/audit.ts';
import type { ChangeTerm, EditableTerm, NewTerm, TermWords } from '../../contract/glossary.ts';
import type { StaffRequest } from '../agents/request-staff.ts';
import { audit } from '../audit/audit.ts';
import { changes } from '../audit/changes.ts';
import type { Deps } from '../deps.ts';
import { type Guarded, refuseSecrets } from '../guard/refuse-secrets.ts';
import { AppError } from '../platform/app-error.ts';
import { refuseTaken } from '../platform/taken.ts';
import { closeGlossary } from './glossary.ts';
import { insertTerm, lockTerm, type TermRow, termRows, updateTerm } from './store.ts';

type Places = Pick<Deps, 'sql' | 'clock' | 'config'>;

const editable = (row: TermRow): EditableTerm => ({
  ...row,
  changedAt: row.changedAt.toISOString(),
  archivedAt: row.archivedAt?.toISOString() ?? null,
});

/** Terms explain secrets, so only what is surely one is refused. @throws AppError `invalid-input` */
const guarded = (words: TermWords): Guarded<TermWords> =>
  refuseSecrets(words, { sureOnly: true, at: 'words' });

/** Who changes a term, as it is kept with it. */
const doer = ({ staff }: StaffRequest) => ({ id: staff.id, name: staff.name });

/** @throws AppError `term-edited-meanwhile`, telling who and when, unless the term is still at `version` */
function refuseStale({ config }: Places, { version, changedBy, changedAt }: TermRow, expected: number): void {
  if (version === expected) return;
  const { timeZone } = config;
  const at = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  throw new AppError('term-edited-meanwhile', { name: changedBy?.name ?? '-', at: at.format(changedAt) });
}

/** Every term with its words in all languages, those that are archived too. */
export async function listTerms({ sql }: Pick<Deps, 'sql'>): Promise<EditableTerm[]> {
  return (await termRows(sql)).map(editable);
}

/** @throws AppError `term-exists`, also for an id that is archived; `invalid-input` for a secret */
export async function createTerm(
  deps: Places,
  by: StaffRequest,
  { id, words }: NewTerm,
): Promise<EditableTerm> {
  const row: TermRow = {
    id,
    words: guarded(words),
    version: 1,
    changedAt: deps.clock.now(),
    changedBy: doer(by),
    archivedAt: null,
  };
  await deps.sql.begin(async (tx) => {
    await insertTerm(tx, row).catch(refuseTaken({ glossary_terms_pkey: ['term-exists', 'id'] }));
    await audit(tx, by, 'term.created', { kind: 'term', id }, { words });
  });
  closeGlossary(deps.sql);
  return editable(row);
}

/** What a change makes of a term; null: nothing, it is so already. */
type Verb = (
  before: TermRow,
) => { term: TermRow; action: AuditAction; detail: Record<string, unknown> } | null;

/** @throws AppError `not-found`, `term-edited-meanwhile`, and what `verb` refuses */
async function change(
  deps: Places,
  by: StaffRequest,
  on: { id: string; version: number },
  verb: Verb,
): Promise<EditableTerm> {
  const row = await deps.sql.begin(async (tx) => {
    const before = await lockTerm(tx, on.id);
    if (before === null) throw new AppError('not-found');
    const changed = verb(before);
    if (changed === null) return before;
    refuseStale(deps, before, on.version);
    const { term, action, detail } = changed;
    const now = deps.clock.now();
    const after: TermRow = { ...term, version: before.version + 1, changedAt: now, changedBy: doer(by) };
    await updateTerm(tx, after);
    await audit(tx, by, action, { kind: 'term', id: on.id }, detail);
    return after;
  });
  closeGlossary(deps.sql);
  return editable(row);
}

/**
 * Changes a term's words. The same words again change nothing, which makes it safe to repeat when its answer was lost.
 * @throws AppError `not-found`, `term-edited-meanwhile`, `invalid-input` for a secret
 */
export async function changeTerm(
  deps: Places,
  by: StaffRequest,
  id: string,
  { version, words }: ChangeTerm,
): Promise<EditableTerm> {
  return change(deps, by, { id, version }, (before) => {
    if (isDeepStrictEqual(before.words, words)) return null;
    const term = { ...before, words: guarded(words) };
    return { term, action: 'term.changed', detail: changes<TermWords>(before.words, words) };
  });
}

/** Takes a term out of use or brings it back. @throws AppError `not-found`, `term-edited-meanwhile` */
export async function archiveTerm(
  deps: Places,
  by: StaffRequest,
  on: { id: string; version: number },
  archived: boolean,
): Promise<EditableTerm> {
  return change(deps, by, on, (before) => {
    if ((before.archivedAt !== null) === archived) return null;
    const term = { ...before, archivedAt: archived ? deps.clock.now() : null };
    return { term, action: archived ? 'term.archived' : 'term.unarchived', detail: {} };
  });
}
