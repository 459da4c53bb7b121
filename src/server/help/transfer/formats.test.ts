import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArticleText } from '../../../contract/editing.ts';
import { formats, type Outgoing } from './formats.ts';
import { elementLines } from './json.ts';
import { limits, pack } from './zip.ts';

const spice = fc.constantFrom(
  ...[
    'a',
    '字',
    ' ',
    '"',
    "'",
    ',',
    ';',
    ':',
    '#',
    '-',
    '=',
    '+',
    '@',
    '|',
    '>',
    '[',
    ']',
    '{',
    '}',
    '&',
    '*',
  ],
  ...['!', '%', '`', '\\', '~', '\u00a0', '\u0085', '\u2028', '\ufeff', '😀', 'null', 'true', '1e3', '---'],
);
const line = fc.string({ unit: spice, maxLength: 30 });
const lines = fc.string({ unit: fc.oneof(spice, fc.constantFrom('\n', '\r\n', '\t')), maxLength: 80 });
const entries = fc.array(
  line.filter((text) => text.trim() !== ''),
  { maxLength: 4 },
);
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,4})?$/);

/** Words as the centre holds them: what its own schema makes of them. */
const text = fc
  .record({
    title: line,
    answer: line,
    body: lines,
    similar: entries,
    keywords: entries,
    prepare: entries,
    reviewedOn: fc.constantFrom('2024-02-29', '2026-11-28'),
  })
  .map((words) => ArticleText.parse(words));

const article: fc.Arbitrary<Outgoing> = fc.record({
  id: slug,
  settings: fc.record({
    topic: slug,
    position: fc.nat({ max: 1_000_000 }),
    contact: fc.constantFrom('self-service' as const, 'person' as const, 'urgent' as const),
    owner: fc.constantFrom(null, 'su.qing@okpay.example'),
    related: fc.array(slug, { maxLength: 3 }),
    terms: fc.array(slug, { maxLength: 3 }),
  }),
  versions: fc
    .tuple(fc.option(text), fc.option(text))
    .filter(([zh, en]) => zh !== null || en !== null)
    .map(([zh, en]) => ({ ...(zh && { 'zh-CN': zh }), ...(en && { en }) })),
});
const articles = fc.uniqueArray(article, { selector: ({ id }) => id, maxLength: 4 });

describe.each(['zip', 'csv', 'json'] as const)('%s', (name) => {
  test('what was written is read as it was, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(articles, async (given) => {
        const { found, faults } = await formats[name].read(await formats[name].write(given), 'en');
        expect(faults).toEqual([]);
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        const plain = found.map(({ source: _, line: __, ...rest }) => rest);
        expect(plain.sort(byId)).toEqual([...given].sort(byId));
      }),
      { numRuns: 150 },
    );
  });

  test('whatever is not of this format is refused with a line, and nothing of it is taken', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        const { found, faults } = await formats[name].read(Buffer.from(bytes), 'en');
        expect(found).toEqual([]);
        for (const fault of faults) expect(fault.line).toBeGreaterThan(0);
      }),
    );
  });
});

const piece = (over: Record<string, string> = {}) => ({
  id: 'x',
  topic: 'cards',
  contact: 'person',
  title: 'X',
  answer: 'Y',
  similar: '[]',
  keywords: '[]',
  prepare: '[]',
  reviewed: '2026-01-01',
  ...over,
});
const markdown = (head: Record<string, string>, body = 'Z') =>
  `---\n${Object.entries(head)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\n${body}\n`;
const packed = (files: Record<string, string>) =>
  pack(
    (async function* () {
      for (const [path, text] of Object.entries(files)) yield { path, content: Buffer.from(text) };
    })(),
  );
const readZip = async (files: Record<string, string>) => formats.zip.read(await packed(files), 'en');

describe('a bad file is named with line and reason', () => {
  test.each([
    ['a field of the wrong kind', markdown(piece({ contact: 'robot' })), 4, 'contact'],
    ['a field nobody knows', markdown(piece({ titel: 'X' })), 11, 'titel'],
    ['a field that is missing', markdown({ id: 'x', topic: 'cards' }), 1, 'contact'],
    ['a body without end', markdown(piece(), 'z'.repeat(30_001)), 12, 'body'],
    ['broken YAML', markdown(piece({ similar: '[a' })), 8, 'front matter'],
    ['an alias bomb', markdown(piece({ similar: '&a [x, *a, *a]' })), 1, 'front matter'],
    ['depth without end', markdown(piece({ similar: '['.repeat(100_000) })), 1, 'front matter'],
    ['no front matter', '# Hello', 1, 'front matter'],
  ])('%s', async (_what, file, line, field) => {
    const { found, faults } = await readZip({ 'a/x.en.md': file, 'a/y.en.md': markdown(piece({ id: 'y' })) });
    expect(found.map(({ id }) => id)).toEqual(['y']);
    expect(faults[0]).toMatchObject({ source: 'a/x.en.md', id: 'x', field });
    if (field !== 'front matter' || line > 1) expect(faults[0]?.line).toBe(line);
  });

  test('one language that is bad keeps the other back: an article lands whole', async () => {
    const { found, faults } = await readZip({
      'x.en.md': markdown(piece()),
      'x.zh-CN.md': markdown(piece({ topic: 'No Slug' })),
    });
    expect([found, faults.map(({ source }) => source)]).toEqual([[], ['x.zh-CN.md']]);
  });

  test('languages that disagree about the article are named', async () => {
    const { faults } = await readZip({
      'x.en.md': markdown(piece()),
      'x.zh-CN.md': markdown(piece({ topic: 'payments' })),
    });
    expect(faults).toMatchObject([{ source: 'x.zh-CN.md', id: 'x', field: 'topic' }]);
  });

  test('a file from Windows is read as it was meant', async () => {
    const { found } = await readZip({ 'x.en.md': markdown(piece(), 'a\n\nb').replaceAll('\n', '\r\n') });
    expect(found[0]?.versions.en?.body).toBe('a\n\nb');
  });

  test('CSV: by its lines, also below cells of several lines', async () => {
    const head = 'id,language,topic,contact,title,answer,body,reviewed,remark';
    const good = 'a,en,cards,person,T,A,"one\ntwo\nthree",2026-01-01,hello';
    const bad = 'b,fr,cards,robot,T,A,B,2026-01-01,';
    const { found, faults } = await formats.csv.read(Buffer.from([head, good, bad, ''].join('\n')), 'en');
    expect(found.map(({ id }) => id)).toEqual(['a']);
    expect(faults.map(({ line, id, field }) => [line, id, field])).toEqual([
      [5, 'b', 'language'],
      [5, 'b', 'contact'],
    ]);
    const open = await formats.csv.read(Buffer.from(`${head}\n${good}\n"b`), 'en');
    expect([open.found, open.faults.map(({ field }) => field)]).toEqual([[], ['csv']]);
  });

  test('JSON: by the line each article begins on', async () => {
    const text = JSON.stringify(
      { articles: [{ id: 'a' }, { id: 'b', versions: { en: { title: '[{' } } }, 7] },
      null,
      1,
    );
    expect(elementLines(text)).toEqual([3, 6, 14]);
    const { faults } = await formats.json.read(Buffer.from(text), 'en');
    expect([...new Set(faults.map(({ line }) => line))]).toEqual([3, 6, 14]);
  });
});

test('no cell of CSV is a formula', async () => {
  const words = { title: '=HYPERLINK("http://evil")', answer: '@SUM(1)', body: '- a' };
  const en = ArticleText.parse({
    ...words,
    similar: [],
    keywords: [],
    prepare: [],
    reviewedOn: '2026-01-01',
  });
  const settings = { topic: 'cards', contact: 'person' as const, related: [], terms: [] };
  const csv = String(await formats.csv.write([{ id: 'x', settings, versions: { en } }]));
  for (const [cell] of csv.matchAll(/(?<=^|,)"[^"]/gm)) expect(cell).not.toMatch(/[=+\-@]/);
});

describe('an archive is not trusted', () => {
  test('a file that unpacks to more than it may is not unpacked', async () => {
    const { found, faults } = await readZip({ 'x.en.md': ' '.repeat(limits.file + 1) });
    expect([found, faults.map(({ field }) => field)]).toEqual([[], ['zip']]);
  });

  test('one that unpacks to more than it says is stopped', async () => {
    const archive = await packed({ 'x.en.md': ' '.repeat(900_000) });
    const at = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    archive.writeUInt32LE(10, at + 24);
    const { found, faults } = await formats.zip.read(archive, 'en');
    expect([found, faults.map(({ field }) => field)]).toEqual([[], ['zip']]);
  });
});
