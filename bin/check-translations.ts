import { dirname, join } from 'node:path';
import { conclude, listFiles, readText, root } from './checks/files.ts';
import { readWords } from './checks/read-words.ts';
import { type Catalogue, checkCatalogues, flatten } from './checks/translations.ts';

/** Words that are the same in every language and may stand in a page: the names of the languages themselves. */
const sameEverywhere = new Set(['中文', '简体中文', 'English']);

const sources = listFiles(/^src\/(web|server)\/.*\.tsx?$/).filter(
  (path) => !/\.test\.tsx?$|\/locales\/|\/testing\//.test(path),
);
const spoken = sources.map((path) => readWords(path, readText(path)));

/** A catalogue is JSON, or a module with one object in it. */
async function readCatalogue(path: string): Promise<Catalogue> {
  if (path.endsWith('.json')) return flatten(JSON.parse(readText(path)) as object);
  const module = (await import(join(root, path))) as Record<string, unknown>;
  const objects = Object.values(module).filter((value) => typeof value === 'object' && value !== null);
  return flatten(objects[0] as object);
}

async function checkFolder(zhPath: string): Promise<string[]> {
  const folder = dirname(zhPath);
  const scope = dirname(folder);
  // A program of the browser also speaks for the shared parts that it loads.
  const speakers = spoken.filter(
    ({ path }) => path.startsWith(`${scope}/`) || path.startsWith('src/web/shared/'),
  );
  const [zh, en] = await Promise.all([readCatalogue(zhPath), readCatalogue(zhPath.replace('zh-CN.', 'en.'))]);
  return checkCatalogues({ folder, zh, en, spoken: speakers });
}

const hardCoded = spoken
  .filter(({ path }) => /^src\/(web|server\/centre)\//.test(path))
  .flatMap(({ path, hardCoded }) =>
    hardCoded
      .filter(({ text }) => !sameEverywhere.has(text))
      .map(({ text, line }) => `${path}:${line} says "${text.slice(0, 40)}" without a catalogue`),
  );
const pairs = listFiles(/^src\/.*\/locales\/zh-CN\.(json|ts)$/);
const problems = (await Promise.all(pairs.map(checkFolder))).flat();
conclude([...problems, ...hardCoded], `${pairs.length} catalogues are complete in both languages.`);
