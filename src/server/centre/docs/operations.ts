import { about, type Field, fieldsOf, type Schema, typeText } from './schema.ts';

/** The part of an OpenAPI 3.1 document that the page reads. */
export interface OpenApi {
  paths?: Record<string, Record<string, OpenApiOperation>>;
}

interface Content {
  content?: Record<string, { schema?: Schema }>;
  description?: string;
}

interface OpenApiOperation {
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[];
  requestBody?: Content;
  responses?: Record<string, Content>;
}

interface Shape {
  readonly type: string;
  readonly fields: readonly Field[];
}

/** One request the API answers, as the page shows it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly {
    name: string;
    in: string;
    type: string;
    required: boolean;
    about: string;
  }[];
  readonly body: (Shape & { media: string }) | null;
  readonly responses: readonly { status: string; description: string; shape: Shape | null }[];
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

const idOf = (method: string, path: string): string =>
  `${method}-${path.replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-|-$/g, '')}`;

function shapeOf({ content }: Content): (Shape & { media: string }) | null {
  const [first] = Object.entries(content ?? {});
  if (first === undefined || first[1].schema === undefined) return null;
  const [media, { schema }] = first;
  return { media, type: typeText(schema), fields: fieldsOf(schema) };
}

function toOperation(method: string, path: string, from: OpenApiOperation): Operation {
  return {
    id: idOf(method, path),
    method: method.toUpperCase(),
    path,
    summary: from.summary ?? '',
    description: from.description ?? '',
    parameters: (from.parameters ?? []).map((parameter) => ({
      name: parameter.name,
      in: parameter.in,
      type: typeText(parameter.schema ?? {}),
      required: parameter.required ?? false,
      about: about({
        ...parameter.schema,
        ...(parameter.description === undefined ? {} : { description: parameter.description }),
      }),
    })),
    body: from.requestBody === undefined ? null : shapeOf(from.requestBody),
    responses: Object.entries(from.responses ?? {}).map(([status, response]) => ({
      status,
      description: response.description === 'Default Response' ? '' : (response.description ?? ''),
      shape: shapeOf(response),
    })),
  };
}

/** The operations of a document by tag, tags in alphabetical order; untagged ones under an empty name, last. */
export function operationsByTag(document: OpenApi): [tag: string, operations: Operation[]][] {
  const groups = new Map<string, Operation[]>();
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of methods) {
      const from = item[method];
      if (from === undefined) continue;
      const tag = from.tags?.[0] ?? '';
      groups.set(tag, [...(groups.get(tag) ?? []), toOperation(method, path, from)]);
    }
  }
  return [...groups].sort(([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b));
}
