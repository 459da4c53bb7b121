import { posix } from 'node:path';
import { parseSync, Visitor } from 'vite';

/** One import: of our own file (`to` is its path from the root) or of a package (`to` is its name). */
export interface Import {
  readonly to: string;
  readonly ours: boolean;
  /** Gone at run time. */
  readonly typeOnly: boolean;
  readonly line: number;
}

/** What the rules look at in one source file. */
export interface Module {
  readonly path: string;
  readonly imports: Import[];
  /** Lines with SQL in a template or a string given to `unsafe`. */
  readonly sql: number[];
  /** Lines that read the environment, the clock or chance, with what they call. */
  readonly ambient: { readonly what: string; readonly line: number }[];
}

const sqlTags = new Set(['sql', 'tx', 'db']);
const sqlWords =
  /^\s*(select|insert|update|delete|with|create|alter|drop|truncate|notify|listen|lock|copy)\b/i;
const ambientCalls = /^(process\.(env|hrtime|uptime)|Date\.now|performance\.now|Math\.random|crypto\.\w+)$/;

interface Node {
  readonly start: number;
}

const lineOf = (code: string, at: number): number => code.slice(0, at).split('\n').length;

/** Reads one TypeScript file. @throws Error when it cannot be parsed: a file that is not understood is not let through */
export function readModule(path: string, code: string): Module {
  const { program, module, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports: Import[] = [];
  const sql: number[] = [];
  const ambient: { what: string; line: number }[] = [];

  const add = (specifier: string, typeOnly: boolean, at: number): void => {
    const ours = specifier.startsWith('.');
    const clean = specifier.replace(/\?.*$/, '');
    const to = ours ? posix.join(posix.dirname(path), clean) : clean;
    imports.push({ to, ours, typeOnly, line: lineOf(code, at) });
  };
  for (const { moduleRequest, entries } of module.staticImports) {
    add(
      moduleRequest.value,
      entries.length > 0 && entries.every((entry) => entry.isType),
      moduleRequest.start,
    );
  }
  for (const { moduleRequest, isType } of module.staticExports.flatMap(({ entries }) => entries)) {
    if (moduleRequest) add(moduleRequest.value, isType, moduleRequest.start);
  }
  const text = ({ start, end }: { start: number; end: number }): string => code.slice(start, end);
  const note = (node: Node, what: string): void => {
    ambient.push({ what, line: lineOf(code, node.start) });
  };
  new Visitor({
    ImportExpression({ source, start }) {
      if (source.type === 'Literal' && typeof source.value === 'string') add(source.value, false, start);
    },
    TSImportType({ source, start }) {
      add(source.value, true, start);
    },
    TaggedTemplateExpression({ tag, quasi, start }) {
      const isSql = sqlTags.has(text(tag)) || sqlWords.test(quasi.quasis[0]?.value.raw ?? '');
      if (isSql) sql.push(lineOf(code, start));
    },
    CallExpression({ callee, start }) {
      if (/\.unsafe$/.test(text(callee))) sql.push(lineOf(code, start));
    },
    NewExpression({ callee, arguments: given, start }) {
      if (text(callee) === 'Date' && given.length === 0) note({ start }, 'new Date()');
    },
    MemberExpression(node) {
      if (ambientCalls.test(text(node))) note(node, text(node));
    },
  }).visit(program);
  return { path, imports, sql, ambient };
}
