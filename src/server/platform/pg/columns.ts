/**
 * Many rows as one parameter: an array of a composite type. An array for each column costs a function scan for each,
 * which makes a single row slow; as JSON, reading many rows costs three times as much.
 */
/** `hex` is bytes, written in hexadecimal and text in the composite type. */
type Type = 'uuid' | 'integer' | 'timestamptz' | 'hex' | 'text' | 'text[]';
type Value = string | number | null | readonly string[];

/** Name of a column, its type, and what a row has in it. */
export type Column<Row> = readonly [name: string, type: Type, of: (row: Row) => Value];

/** The columns' names for a list in SQL, `prefix.` before each when one is given. */
export const names = <Row>(columns: Column<Row>[], prefix?: string): string =>
  columns.map(([name]) => (prefix === undefined ? name : `${prefix}.${name}`)).join(', ');

/** The columns as their table has them, from what the composite type has, for a list in SQL. */
export const read = <Row>(columns: Column<Row>[]): string =>
  columns.map(([name, type]) => (type === 'hex' ? `decode(${name}, 'hex') as ${name}` : name)).join(', ');

/** The rows as one array of a composite type with just these columns, as PostgreSQL writes it (manual, 8.15.6 and 8.16.6). */
export const linesOf = <Row>(columns: Column<Row>[], rows: Row[]): string =>
  `{${rows.map((row) => `"(${columns.map(([, type, of]) => field(type, of(row))).join(',')})"`).join(',')}}`;

function field(type: Type, value: Value): string | number {
  if (value === null) return '';
  if (typeof value === 'object')
    return quoted(value.length === 0 ? '{}' : `{${value.map(element).join(',')}}`);
  return type === 'text' ? quoted(value as string) : (value as string | number);
}

const special = /["\\]/;
const element = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** A field in quotes: escaped once for the line it is in, and once more for the array that the line is in. */
const quoted = (text: string): string =>
  special.test(text)
    ? `\\"${text.replace(/["\\]/g, (mark) => (mark === '"' ? '\\\\\\"' : '\\\\\\\\'))}\\"`
    : `\\"${text}\\"`;
