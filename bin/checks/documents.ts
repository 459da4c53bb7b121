import { posix } from 'node:path';

/** A part of a document that is written from the code: between two comments, so that the rest stays free. */
export interface Generated {
  readonly document: string;
  readonly name: string;
  readonly content: string;
}

const markers = (name: string): [begin: string, end: string] => [`<!-- ${name} -->`, `<!-- /${name} -->`];

/** The document with its generated part as it should be; null when it has no place for it. */
export function insert(text: string, { name, content }: Generated): string | null {
  const [begin, end] = markers(name);
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) return null;
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}

/** A table; bars in cells are escaped. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

/** The anchor that a heading gets. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsOf = (text: string): Set<string> =>
  new Set([...text.matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) => anchorOf(heading)));

const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '');

/** What the checks need to know of the project. */
export interface Project {
  readonly files: ReadonlySet<string>;
  readonly scripts: ReadonlySet<string>;
  readText(path: string): string;
}

const exists = ({ files }: Project, path: string): boolean => {
  const plain = path.replace(/\/$/, '');
  return files.has(plain) || [...files].some((file) => file.startsWith(`${plain}/`));
};

function brokenLinks(document: string, text: string, project: Project): string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return links
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? document : posix.join(posix.dirname(document), path);
      if (!exists(project, file)) return true;
      return anchor !== undefined && file.endsWith('.md') && !anchorsOf(project.readText(file)).has(anchor);
    })
    .map((target) => `${document}: the link to ${target} leads nowhere`);
}

/** Names of our own files in code type: `src/...`, `docs/...`. `...` and `*` stand for many, and are left alone. */
function missingFiles(document: string, text: string, project: Project): string[] {
  const named = [...text.matchAll(/`((?:src|bin|docs|test|migrations|content|\.ci)\/[\w./@-]+)`/g)];
  return named
    .map(([, path = '']) => path)
    .filter((path) => !path.includes('..') && !/N{4}/.test(path) && !exists(project, path))
    .map((path) => `${document}: there is no ${path}`);
}

function missingScripts(document: string, text: string, project: Project): string[] {
  return [...text.matchAll(/npm run ([\w:-]+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !project.scripts.has(name))
    .map((name) => `${document}: there is no "npm run ${name}"`);
}

/** Everything a document says about the project's files that is not so, one line each. */
export function checkDocument(document: string, project: Project): string[] {
  const text = project.readText(document);
  const prose = withoutCode(text);
  return [
    ...brokenLinks(document, prose, project),
    ...missingFiles(document, prose, project),
    ...missingScripts(document, text, project),
  ];
}
