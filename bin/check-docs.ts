import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errors } from '../src/contract/errors.ts';
import { documentedSettings } from '../src/server/platform/config.ts';
import { checkDocument, type Generated, insert, table } from './checks/documents.ts';
import { conclude, listFiles, readText, root } from './checks/files.ts';

// `--write` brings the generated tables up to date instead of complaining about them.
const mayWrite = process.argv.includes('--write');

const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

const generated: Generated[] = [
  {
    document: 'README.md',
    name: 'settings',
    content: table(
      ['Variable', 'Default', 'Meaning'],
      documentedSettings.map((setting) => [code(setting.name), code(setting.default), setting.meaning]),
    ),
  },
  {
    document: 'docs/errors.md',
    name: 'errors',
    content: table(
      ['Code', 'Status', 'zh-CN', 'English'],
      Object.entries(errors).map(([name, entry]) => [
        code(name),
        String(entry.status),
        entry['zh-CN'],
        entry.en,
      ]),
    ),
  },
];

function checkGenerated(part: Generated): string[] {
  const { document, name } = part;
  if (!existsSync(join(root, document))) return [`${document} is missing`];
  const now = readText(document);
  const wanted = insert(now, part);
  if (wanted === null)
    return [`${document} has no place for its table: <!-- ${name} --> and <!-- /${name} -->`];
  if (wanted === now) return [];
  if (!mayWrite)
    return [`${document}: the table of ${name} is not what the code says; npm run docs writes it`];
  writeFileSync(join(root, document), wanted);
  return [];
}

const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };
const project = { files: new Set(listFiles(/./)), scripts: new Set(Object.keys(scripts)), readText };
const documents = listFiles(/\.md$/);
const problems = [
  ...generated.flatMap(checkGenerated),
  ...documents.flatMap((document) => checkDocument(document, project)),
];
conclude(problems, `${documents.length} documents say what is so.`);
