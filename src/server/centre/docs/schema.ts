/** The part of JSON Schema (draft 2020-12, as OpenAPI 3.1 uses it) that our routes produce. */
export interface Schema {
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  $ref?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
}

/** One line of a described shape; `depth` 0 is the outermost. */
export interface Field {
  readonly name: string;
  readonly depth: number;
  readonly type: string;
  readonly required: boolean;
  readonly about: string;
}

const DEPTH_MAX = 5;

const variantsOf = (schema: Schema): Schema[] => schema.anyOf ?? schema.oneOf ?? [];

function simpleType({ type, format, $ref }: Schema): string {
  if ($ref !== undefined) return $ref.split('/').at(-1) ?? 'object';
  const name = Array.isArray(type) ? type.join(' | ') : (type ?? 'any');
  return format === undefined ? name : `${name} (${format})`;
}

/** A schema's type in a few words: `string (email)`, `"open" | "resolved"`, `object[]`. */
export function typeText(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const variants = variantsOf(schema);
  if (variants.length > 0) return [...new Set(variants.map(typeText))].join(' | ');
  if (schema.items !== undefined) {
    const inner = typeText(schema.items);
    return inner.includes(' | ') ? `(${inner})[]` : `${inner}[]`;
  }
  return simpleType(schema);
}

const range = (least: number | undefined, most: number | undefined, unit: string): string[] => {
  // A JSON schema states the limits of safe integers where a route has none.
  const low = least === undefined || least <= 0 || least === Number.MIN_SAFE_INTEGER ? undefined : least;
  const high = most === undefined || most === Number.MAX_SAFE_INTEGER ? undefined : most;
  if (low === undefined && high === undefined) return [];
  if (low !== undefined && high !== undefined) return [`${low}–${high}${unit}`];
  return [low === undefined ? `≤ ${high}${unit}` : `≥ ${low}${unit}`];
};

/** What is to be known of a value beyond its type: its description, limits and default. */
export function about(schema: Schema): string {
  const parts = [
    ...(schema.description === undefined ? [] : [schema.description]),
    ...range(schema.minLength, schema.maxLength, ' characters'),
    ...range(schema.minimum, schema.maximum, ''),
    ...(schema.maxItems === undefined ? [] : [`≤ ${schema.maxItems} items`]),
    ...(schema.default === undefined ? [] : [`default ${JSON.stringify(schema.default)}`]),
  ];
  return parts.join('; ');
}

/** What has fields inside a schema: itself, its items, or its variants. */
function shapesIn(schema: Schema): Schema[] {
  if (schema.items !== undefined) return shapesIn(schema.items);
  const variants = [...variantsOf(schema), ...(schema.allOf ?? [])];
  return variants.length > 0 ? variants.flatMap(shapesIn) : [schema];
}

/** The fields of a schema, each followed by the fields inside it. */
export function fieldsOf(schema: Schema, depth = 0): Field[] {
  if (depth > DEPTH_MAX) return [];
  return shapesIn(schema).flatMap((shape) =>
    Object.entries(shape.properties ?? {}).flatMap(([name, inner]) => [
      {
        name,
        depth,
        type: typeText(inner),
        required: shape.required?.includes(name) ?? false,
        about: about(inner),
      },
      ...fieldsOf(inner, depth + 1),
    ]),
  );
}
