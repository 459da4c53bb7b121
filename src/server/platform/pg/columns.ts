/**
 * Many rows as parameters, one array for each column. As JSON, reading them would cost the database three times as much.
 */
/** `line` is text without line breaks, such as JSON: it need not be escaped. */
type Type = 'uuid' | 'integer' | 'timestamptz' | 'bytea' | 'text' | 'text[]' | 'line';
type Value = string | number | null | readonly string[];

/** Name of a column, its type, and what a row has in it. */
export type Column<Row> = readonly [name: string, type: Type, of: (row: Row) => Value];

/** The columns' names for a list in SQL, `prefix.` before each when one is given. */
export const names = <Row>(columns: Column<Row>[], prefix?: string): string =>
  columns.map(([name]) => (prefix === undefined ? name : `${prefix}.${name}`)).join(', ');

/** The rows as a table in SQL; `number` counts them from 1. Their columns are the parameters from `first` on. */
export function unnested<Row>(columns: Column<Row>[], first: number, alias: string): string {
  const arrays = columns.map(([, type], index) => table(type, `$${first + index}::text`));
  const inner = `rows from (${arrays.join(', ')}) with ordinality as u(${names(columns)}, number)`;
  const outer = columns.map(([name, type]) => (type === 'text[]' ? `${name}::text[] as ${name}` : name));
  return `(select ${outer.join(', ')}, number from ${inner}) as ${alias}`;
}

function table(type: Type, parameter: string): string {
  if (type === 'line') return `string_to_table(${parameter}, e'\\n')`;
  return `unnest(${parameter}::${type === 'text[]' ? 'text' : type}[])`;
}

/** The columns' parameters, as PostgreSQL writes arrays (manual, 8.15.6). */
export const valuesOf = <Row>(columns: Column<Row>[], rows: Row[]): string[] =>
  columns.map(([, type, of]) => {
    if (type === 'line') return rows.map(of).join('\n');
    return `{${rows.map((row) => element(type, of(row))).join(',')}}`;
  });

function element(type: Type, value: Value): string | number {
  if (value === null) return 'NULL';
  if (typeof value === 'object') return quoted(`{${value.map(quoted).join(',')}}`);
  return type === 'text' || type === 'bytea' ? quoted(value as string) : (value as string | number);
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
