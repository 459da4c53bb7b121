import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LeakCase } from './cases.ts';
import type { Stage } from './doors.ts';

/** Something a server keeps or says, as text. */
export interface Place {
  name: string;
  content: string;
}

/** Shorter ones stand in times, ids and counts by chance: of these the whole text they came in is looked for. */
const DISTINCT = 9;
const DIGITS_DISTINCT = 12;

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);
const bare = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');

/** Every form in which a secret may lie somewhere: as written, in JSON, in an address, and as digits alone. */
function formsOf({ text, secrets }: LeakCase): string[] {
  const distinct = secrets.filter((secret) => secret.length >= DISTINCT);
  const written = distinct.length < secrets.length && text.length > DISTINCT ? [...distinct, text] : distinct;
  const forms = written.flatMap((form) => [form, escaped(form), encodeURIComponent(form)]);
  return [...forms, ...secrets.map(bare).filter((digits) => digits.length >= DIGITS_DISTINCT)];
}

function filesIn(folder: string): Place[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return { name: path, content: `${entry.name}\n${readFileSync(path, 'latin1')}` };
  });
}

/** Everything a centre has written down and said: every table, the log lines, the files, what the desk was sent. */
export async function placesOf({ centre, desk }: Stage): Promise<Place[]> {
  const { sql } = centre.database;
  const tables = await sql<{ name: string }[]>`
    select quote_ident(table_name) as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const dump = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await sql.unsafe(
        `select coalesce(string_agg(t::text, E'\\n'), '') as content from ${name} t`,
      );
      return { name: `table ${name}`, content: String(row?.content) };
    }),
  );
  const frames = { name: 'frames of the desk', content: JSON.stringify(desk.frames) };
  return [...dump, ...filesIn(centre.folder), { name: 'log lines', content: centre.said }, frames];
}

/** One line for every place that holds a secret. */
export function findTraces(cases: LeakCase[], places: Place[]): string[] {
  const forms = new Set(cases.flatMap(formsOf));
  return places.flatMap(({ name, content }) =>
    [...forms].filter((form) => content.includes(form)).map((form) => `${name}: ${JSON.stringify(form)}`),
  );
}
