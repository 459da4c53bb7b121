import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { ContactAdvice, Slug } from '../../contract/help.ts';
import { type Locale, locales } from '../../contract/locale.ts';
import type { NewTopic } from '../../contract/topics.ts';
import type { StoredArticle } from './article.ts';

/** Where the starter content lies. */
export const contentFolder = fileURLToPath(new URL('../../../content/', import.meta.url));

const FrontMatter = z.object({
  id: Slug,
  topic: Slug,
  title: z.string(),
  answer: z.string(),
  similar: z.array(z.string()),
  keywords: z.array(z.string()),
  related: z.array(Slug),
  terms: z.array(Slug).default([]),
  prepare: z.array(z.string()),
  contact: ContactAdvice,
  reviewed: z.iso.date(),
});

interface Written {
  locale: Locale;
  meta: z.infer<typeof FrontMatter>;
  body: string;
}

const TopicWords = z
  .object({ title: z.string(), summary: z.string() })
  .transform(({ title, summary }) => ({ name: title, description: summary }));
const Topics = z.array(
  z.object({ id: Slug, icon: z.string(), urgent: z.boolean(), zh: TopicWords, en: TopicWords }),
);

const ReplyWords = z.object({ title: z.string(), text: z.string() });
const Replies = z.array(z.object({ shortcut: z.string(), zh: ReplyWords, en: ReplyWords }));

/** A canned reply as it is written in the starter content. */
export interface StarterReply {
  shortcut: string;
  titles: Record<Locale, string>;
  texts: Record<Locale, string>;
}

async function readWritten(path: string): Promise<Written> {
  const locale = locales.find((candidate) => path.endsWith(`.${candidate}.md`));
  const [, head = '', body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(await readFile(path, 'utf8')) ?? [];
  if (locale === undefined || body === undefined) throw new Error(`${path} is not an article`);
  return { locale, meta: FrontMatter.parse(parse(head)), body: body.trim() };
}

/** An article from its versions; the first of the product's languages decides what is not words. */
function toArticle(versions: readonly Written[], position: number): StoredArticle {
  const ordered = [...versions].sort((a, b) => locales.indexOf(a.locale) - locales.indexOf(b.locale));
  const { meta } = ordered[0] as Written;
  return {
    id: meta.id,
    topic: meta.topic,
    position,
    related: meta.related,
    terms: meta.terms,
    contact: meta.contact,
    versions: ordered.map(
      ({ locale, meta: { title, answer, similar, keywords, prepare, reviewed }, body }) => ({
        locale,
        title,
        answer,
        body,
        similar,
        keywords,
        prepare,
        reviewedOn: reviewed,
      }),
    ),
  };
}

const urgency: Record<ContactAdvice, number> = { urgent: 0, person: 1, 'self-service': 2 };

/** All starter articles; within a topic what is urgent stands first. */
export async function readStarterArticles(folder = contentFolder): Promise<StoredArticle[]> {
  const names = await readdir(join(folder, 'articles'), { recursive: true });
  const written = await Promise.all(
    names
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => readWritten(join(folder, 'articles', name))),
  );
  const byId = [...Map.groupBy(written, ({ meta }) => meta.id).values()];
  const articles = byId.map((versions) => toArticle(versions, 0));
  return articles
    .sort((a, b) => urgency[a.contact] - urgency[b.contact])
    .map((article, position) => ({ ...article, position }));
}

const readJson = async (folder: string, name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, name), 'utf8'));

export async function readStarterTopics(folder = contentFolder): Promise<NewTopic[]> {
  const topics = Topics.parse(await readJson(folder, 'topics.json'));
  return topics.map(({ id, icon, urgent, zh, en }, position) => ({
    id,
    icon,
    urgent,
    position,
    texts: { 'zh-CN': zh, en },
    teamId: null,
    skills: [],
  }));
}

export async function readStarterReplies(folder = contentFolder): Promise<StarterReply[]> {
  const replies = Replies.parse(await readJson(folder, 'canned-replies.json'));
  return replies.map(({ shortcut, zh, en }) => ({
    shortcut,
    titles: { 'zh-CN': zh.title, en: en.title },
    texts: { 'zh-CN': zh.text, en: en.text },
  }));
}
