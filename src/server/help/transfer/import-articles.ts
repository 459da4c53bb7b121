import { setImmediate as breathe } from 'node:timers/promises';
import { fieldPhrase } from '../../../contract/field-words.ts';
import type { Locale } from '../../../contract/locale.ts';
import type { ImportReport, ImportRow } from '../../../contract/transfer.ts';
import type { StaffRequest } from '../../agents/request-staff.ts';
import { audit } from '../../audit/audit.ts';
import type { Deps } from '../../deps.ts';
import { AppError, invalidField } from '../../platform/app-error.ts';
import { listEditableTopics } from '../../topics/list-topics.ts';
import { type Hand, inHand } from '../editing/change-draft.ts';
import { lockDraft } from '../editing/store.ts';
import { closeLibrary } from '../library.ts';
import { landPictures } from './carry-pictures.ts';
import { formatOf, formats } from './formats.ts';
import { landArticle } from './land-article.ts';
import type { Fault, Portable } from './portable.ts';
import { emailsById, formerAmong, knownArticles } from './store.ts';
import { type Surroundings, type Weighed, weigh } from './weigh.ts';

export interface ImportAsked {
  /** What it was called: its ending says what it is. */
  readonly name: string;
  readonly content: Buffer;
  readonly dryRun: boolean;
  readonly publish: boolean;
  /** Language of what is said of faults. */
  readonly speak: Locale;
}

type Places = Pick<Deps, 'sql' | 'clock' | 'files'>;

/** Articles that land in one transaction: one that cannot does not keep the others waiting for their disk. */
const TOGETHER = 50;
/** Rows of the report; more is not read by anybody. */
const ROWS_MAX = 1_000;

async function surroundingsOf({ sql }: Places, ids: readonly string[]): Promise<Surroundings> {
  const [topics, emails, former] = await Promise.all([
    listEditableTopics(sql),
    emailsById(sql),
    formerAmong(sql, ids),
  ]);
  return {
    topics: new Set(topics.map(({ id }) => id)),
    owners: new Map([...emails].map(([id, email]) => [email, id])),
    former,
  };
}

/** Refusals of a verb, as faults of the article it refused. @throws what is no refusal */
function refusedBy(error: unknown, { id, source, line }: Portable, speak: Locale): Weighed {
  if (!(error instanceof AppError)) throw error;
  const fields = error.fields.length > 0 ? error.fields : [{ path: 'id', message: 'is not valid' }];
  const faults = fields.map(({ path, message }) => ({
    source,
    line,
    id,
    field: path,
    message: fieldPhrase(message, speak),
  }));
  return { outcome: 'refused', content: null, fields: [], faults };
}

/** Weighs articles as they are now, held, and lands what is new in them. */
async function landTogether(
  hand: Hand,
  articles: readonly Portable[],
  around: Surroundings,
  asked: ImportAsked,
): Promise<Weighed[]> {
  const weighed: Weighed[] = [];
  for (const article of articles) {
    const before = await lockDraft(hand.tx, article.id);
    const known = before && { content: before.content, archived: before.archivedAt !== null };
    const weight = weigh(article, known ?? undefined, around, asked);
    weighed.push(weight);
    const { outcome, content } = weight;
    if (content === null || outcome === 'unchanged') continue;
    const { publish, name } = asked;
    await landArticle(hand, before, { id: article.id, content, note: name.slice(0, 300), publish });
  }
  return weighed;
}

/** The same; where one of them was taken away meanwhile, the others still land. */
async function land(
  deps: Places,
  by: StaffRequest | null,
  articles: readonly Portable[],
  around: Surroundings,
  asked: ImportAsked,
): Promise<Weighed[]> {
  try {
    return await inHand(deps, by, (hand) => landTogether(hand, articles, around, asked));
  } catch (error) {
    const [only] = articles;
    if (articles.length === 1 && only !== undefined) return [refusedBy(error, only, asked.speak)];
    const alone: Weighed[] = [];
    for (const article of articles) alone.push(...(await land(deps, by, [article], around, asked)));
    return alone;
  }
}

async function look(
  { sql }: Places,
  articles: readonly Portable[],
  around: Surroundings,
  asked: ImportAsked,
): Promise<Weighed[]> {
  const known = await knownArticles(
    sql,
    articles.map(({ id }) => id),
  );
  return articles.map((article) => weigh(article, known.get(article.id), around, asked));
}

const rowFaults = (faults: readonly Fault[]) =>
  faults.map(({ source, line, field, message }) => ({ source, line, field, message }));

/** What could not be read, an article a row. */
function unreadRows(faults: readonly Fault[]): ImportRow[] {
  const grouped = Map.groupBy(faults, ({ id, source, line }) => id ?? `${source}:${line}`);
  return [...grouped.values()].map((own) => {
    const { id, source, line } = own[0] as Fault;
    return { id, source, line, outcome: 'refused', fields: [], faults: rowFaults(own) };
  });
}

const rank: Record<ImportRow['outcome'], number> = { refused: 0, changed: 1, added: 2 };

function reportOf(
  unread: readonly ImportRow[],
  articles: readonly Portable[],
  weighed: readonly Weighed[],
  dryRun: boolean,
): ImportReport {
  const rows = articles.flatMap(({ id, source, line }, i): ImportRow[] => {
    const { outcome, fields, faults } = weighed[i] as Weighed;
    if (outcome === 'unchanged') return [];
    return [{ id, source, line, outcome, fields: [...fields], faults: rowFaults(faults) }];
  });
  const all = [...unread, ...rows].sort((a, b) => rank[a.outcome] - rank[b.outcome]);
  const count = (outcome: ImportRow['outcome']) => all.filter((row) => row.outcome === outcome).length;
  return {
    dryRun,
    added: count('added'),
    changed: count('changed'),
    unchanged: articles.length - rows.length,
    refused: count('refused'),
    rows: all.slice(0, ROWS_MAX),
  };
}

/**
 * Takes articles in from a file, or only says what that would do. Each lands whole or not at all, as a draft or
 * published; one that is refused keeps none of the others back. The same file again changes nothing.
 * @throws AppError `invalid-input` for a file of no format of ours
 */
export async function importArticles(
  deps: Places,
  by: StaffRequest | null,
  asked: ImportAsked,
): Promise<ImportReport> {
  const format = formatOf(asked.name);
  if (format === undefined) throw invalidField('file', 'must be a .zip, .csv or .json file');
  const { found, faults } = await formats[format].read(asked.content, asked.speak);
  const around = await surroundingsOf(
    deps,
    found.map(({ id }) => id),
  );
  // Before the articles that show them: nobody ever reads one with a hole in it.
  const pictures =
    asked.dryRun || !asked.name.toLowerCase().endsWith('.zip') || faults.some(({ field }) => field === 'zip')
      ? []
      : await landPictures(deps, by, asked.content, asked.speak);
  const weighed: Weighed[] = [];
  for (let at = 0; at < found.length; at += TOGETHER) {
    const some = found.slice(at, at + TOGETHER);
    const done = asked.dryRun ? look(deps, some, around, asked) : land(deps, by, some, around, asked);
    weighed.push(...(await done));
    await breathe();
  }
  const report = reportOf(unreadRows([...faults, ...pictures]), found, weighed, asked.dryRun);
  if (asked.dryRun) return report;
  closeLibrary(deps.sql);
  const { rows: _, dryRun: __, ...counts } = report;
  const detail = { file: asked.name.slice(0, 200), ...counts };
  await audit(deps.sql, by ?? { ip: '' }, 'article.imported', { kind: 'article', id: null }, detail);
  return report;
}
