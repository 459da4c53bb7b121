import { isDeepStrictEqual } from 'node:util';

/** What is different, as `{field: {from, to}}`: the detail of an audit line. */
export function changes<T extends object>(
  before: T,
  after: T,
): Record<string, { from: unknown; to: unknown }> {
  const fields = Object.keys(after) as (keyof T & string)[];
  const different = fields.filter((field) => !isDeepStrictEqual(before[field], after[field]));
  return Object.fromEntries(different.map((field) => [field, { from: before[field], to: after[field] }]));
}
