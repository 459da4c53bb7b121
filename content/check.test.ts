import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { Slug } from '../src/contract/help.ts';
import { type Locale, locales } from '../src/contract/locale.ts';

const here = dirname(fileURLToPath(import.meta.url));
const articlesDir = join(here, 'articles');

const Words = z.string().trim().min(1);

const FrontMatter = z.strictObject({
  id: Slug,
  topic: Slug,
  title: Words,
  answer: Words,
  similar: z.array(Words).min(6).max(8),
  keywords: z.array(Words).min(1),
  related: z.array(Slug).min(2).max(3),
  prepare: z.array(Words),
  contact: z.enum(['self-service', 'person', 'urgent']),
  reviewed: z.iso.date(),
});

const TopicText = z.strictObject({ title: Words, summary: Words });
const Topics = z
  .array(z.object({ id: Slug, icon: Words, urgent: z.boolean(), zh: TopicText, en: TopicText }))
  .min(1);

const CannedText = z.strictObject({ title: Words, text: Words });
const CannedReplies = z.array(z.object({ shortcut: Words, zh: CannedText, en: CannedText })).min(1);

interface File {
  path: string;
  locale: Locale;
  raw: string;
  meta: z.infer<typeof FrontMatter>;
  body: string;
}

function readText(path: string): string {
  return readFileSync(path, 'utf8');
}

function readArticle(path: string): File {
  const locale = locales.find((candidate) => path.endsWith(`.${candidate}.md`));
  if (!locale) throw new Error(`${path}: the name does not end in a language the product speaks`);
  const raw = readText(join(articlesDir, path));
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(raw) ?? [];
  if (head === undefined || body === undefined) throw new Error(`${path}: no front matter`);
  const checked = FrontMatter.safeParse(parse(head));
  if (!checked.success) throw new Error(`${path}: ${z.prettifyError(checked.error)}`);
  return { path, locale, raw, meta: checked.data, body };
}

const files = readdirSync(articlesDir, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .sort()
  .map(readArticle);
const ids = new Set(files.map(({ meta }) => meta.id));
const topicsRaw = readText(join(here, 'topics.json'));
const cannedRaw = readText(join(here, 'canned-replies.json'));
const topics = Topics.parse(JSON.parse(topicsRaw));
const replies = CannedReplies.parse(JSON.parse(cannedRaw));

/** Two questions are the same when only case, spaces or punctuation tell them apart. */
function plain(question: string): string {
  return question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\{.*?\}\}/g) ?? [])].sort();
}

/** Half-width punctuation that touches Chinese text; Chinese uses the full-width forms. */
const halfWidth = /\p{Script=Han}\*{0,2}[,?:;!(]|[,?:;!)]\*{0,2}\p{Script=Han}/u;

/** As long as a card number, also when written in groups. */
const cardLike = /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/;

describe('articles', () => {
  it('are enough to start with', () => {
    expect(ids.size).toBeGreaterThanOrEqual(40);
  });

  it('have a file name and a folder that say what they are', () => {
    for (const { path, locale, meta } of files) {
      expect(basename(path), path).toBe(`${meta.id}.${locale}.md`);
      expect(dirname(path), path).toBe(meta.topic);
    }
  });

  it('are written once in each language and agree on everything but the words', () => {
    for (const id of ids) {
      const versions = files.filter(({ meta }) => meta.id === id);
      expect(versions.map(({ locale }) => locale).sort(), id).toEqual([...locales].sort());
      const [first, ...others] = versions.map(({ meta }) => ({
        topic: meta.topic,
        contact: meta.contact,
        related: meta.related,
        prepare: meta.prepare.length,
        reviewed: meta.reviewed,
      }));
      for (const other of others) expect(other, id).toEqual(first);
    }
  });

  it('lead on to other articles that exist', () => {
    for (const { path, meta } of files) {
      expect(
        meta.related.filter((id) => !ids.has(id)),
        path,
      ).toEqual([]);
      expect(meta.related, path).not.toContain(meta.id);
      expect(new Set(meta.related).size, path).toBe(meta.related.length);
    }
  });

  it.each(locales)('ask no question twice in %s', (locale) => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const { path, meta } of files.filter((file) => file.locale === locale)) {
      for (const question of [meta.title, ...meta.similar]) {
        const key = plain(question);
        const earlier = seen.get(key);
        if (earlier !== undefined) twice.push(`"${question}" in ${earlier} and ${path}`);
        seen.set(key, path);
      }
    }
    expect(twice).toEqual([]);
  });

  it('have a body of a readable length', () => {
    const odd: string[] = [];
    for (const { path, locale, body } of files) {
      const length =
        locale === 'en'
          ? body.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word)).length
          : (body.match(/\p{Script=Han}/gu)?.length ?? 0);
      const [least, most] = locale === 'en' ? [100, 250] : [180, 450];
      if (length < least || length > most) odd.push(`${path}: ${length}`);
    }
    expect(odd).toEqual([]);
  });

  it('never shout', () => {
    expect(files.filter(({ raw }) => /[!\uff01]/.test(raw)).map(({ path }) => path)).toEqual([]);
  });
});

describe('topics', () => {
  it('are unique, and every one has articles', () => {
    const known = topics.map(({ id }) => id);
    expect(new Set(known).size).toBe(known.length);
    expect([...new Set(files.map(({ meta }) => meta.topic))].sort()).toEqual([...known].sort());
  });
});

describe('canned replies', () => {
  it('have shortcuts of their own', () => {
    const shortcuts = replies.map(({ shortcut }) => shortcut);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  it('fill in the same things in both languages', () => {
    for (const { shortcut, zh, en } of replies) {
      expect(placeholders(en.text), shortcut).toEqual(placeholders(zh.text));
    }
  });

  it('are written in the language they claim', () => {
    for (const { shortcut, zh, en } of replies) {
      expect(zh.text, shortcut).toMatch(/\p{Script=Han}/u);
      expect(en.text, shortcut).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('all starter content', () => {
  it('shows nothing that looks like a card number', () => {
    const all = [
      ...files.map(({ path, raw }) => ({ path, raw })),
      { path: 'topics.json', raw: topicsRaw },
      { path: 'canned-replies.json', raw: cannedRaw },
    ];
    expect(all.filter(({ raw }) => cardLike.test(raw)).map(({ path }) => path)).toEqual([]);
  });

  it('is punctuated the Chinese way in Chinese', () => {
    const texts = [
      ...files
        .filter(({ locale }) => locale === 'zh-CN')
        .flatMap(({ meta, body }) => [
          meta.title,
          meta.answer,
          ...meta.similar,
          ...meta.prepare,
          ...body.split('\n'),
        ]),
      ...topics.flatMap(({ zh }) => [zh.title, zh.summary]),
      ...replies.flatMap(({ zh }) => [zh.title, zh.text]),
    ];
    expect(texts.filter((text) => halfWidth.test(text))).toEqual([]);
  });
});
