import type { ISql, JSONValue } from 'postgres';
import type { EditableTerm, TermWords } from '../../contract/glossary.ts';
import type { Guarded } from '../guard/refuse-secrets.ts';

export interface TermRow {
  readonly id: string;
  readonly words: Guarded<TermWords>;
  readonly version: number;
  readonly changedAt: Date;
  readonly changedBy: EditableTerm['changedBy'];
  readonly archivedAt: Date | null;
}

const selected = (sql: ISql) => sql`select g.id, g.words, g.version, g.changed_at as "changedAt",
    case when s.id is null then null else jsonb_build_object('id', s.id, 'name', s.display_name) end as "changedBy",
    g.archived_at as "archivedAt"
  from glossary_terms g left join staff s on s.id = g.changed_by`;

/** A number that every change of any term raises. */
export async function readRevision(sql: ISql): Promise<string> {
  const [row] = await sql<[{ revision: string }]>`
    select coalesce(sum(version), 0)::text as revision from glossary_terms`;
  return row.revision;
}

/** Every term, those that are archived too. */
export async function termRows(sql: ISql): Promise<TermRow[]> {
  return sql<TermRow[]>`${selected(sql)} order by g.id`;
}

export async function lockTerm(sql: ISql, id: string): Promise<TermRow | null> {
  const [row] = await sql<TermRow[]>`${selected(sql)} where g.id = ${id} for update of g`;
  return row ?? null;
}

export async function insertTerm(sql: ISql, term: TermRow): Promise<void> {
  await sql`insert into glossary_terms (id, words, version, changed_at, changed_by)
    values (${term.id}, ${sql.json(term.words as JSONValue)}, ${term.version}, ${term.changedAt},
      ${term.changedBy?.id ?? null})`;
}

export async function updateTerm(sql: ISql, term: TermRow): Promise<void> {
  await sql`update glossary_terms set words = ${sql.json(term.words as JSONValue)}, version = ${term.version},
      changed_at = ${term.changedAt}, changed_by = ${term.changedBy?.id ?? null}, archived_at = ${term.archivedAt}
    where id = ${term.id}`;
}

/** Adds what is not there yet; what somebody has edited or archived stays as it is. */
export async function insertIfMissing(
  sql: ISql,
  { id, words }: Pick<TermRow, 'id' | 'words'>,
  now: Date,
): Promise<void> {
  await sql`insert into glossary_terms (id, words, version, changed_at)
    values (${id}, ${sql.json(words as JSONValue)}, 1, ${now}) on conflict (id) do nothing`;
}
