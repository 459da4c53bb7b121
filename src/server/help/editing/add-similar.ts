import type { TransactionSql } from 'postgres';
import type { ArticleContent } from '../../../contract/editing.ts';
import { type Locale, locales } from '../../../contract/locale.ts';
import { may } from '../../../contract/roles.ts';
import type { StaffRequest } from '../../agents/request-staff.ts';
import { type Hand, writeDraft } from './change-draft.ts';
import { hasChanges } from './draft.ts';
import { publish } from './publish-article.ts';
import { lockDraft } from './store.ts';

/** Questions that an article is to be found by. */
export interface Similar {
  readonly locale: Locale;
  readonly text: string;
}

/** As many as an article may have in one language: contract/editing.ts. */
const MOST = 1_000;

function withSimilar(content: ArticleContent, added: readonly Similar[]): ArticleContent {
  const written = locales.filter((locale) => content.versions[locale] !== null);
  const versions = { ...content.versions };
  for (const locale of written) {
    const version = versions[locale];
    // What is asked in a language that the article is not written in is kept with the one that it is.
    const own = added
      .filter((one) => one.locale === locale || !written.includes(one.locale))
      .map(({ text }) => text);
    if (version !== null)
      versions[locale] = { ...version, similar: [...new Set([...version.similar, ...own])].slice(0, MOST) };
  }
  return { ...content, versions };
}

/**
 * Adds similar questions to the working copy of an article. Where that was all that changed since it was published, and the person
 * may publish, customers are found by them at once; what somebody else is working on is never published along.
 * @returns what became of them; null for an article that is not in use
 */
export async function addSimilar(
  tx: TransactionSql,
  by: StaffRequest,
  { id, similar, now }: { id: string; similar: readonly Similar[]; now: Date },
): Promise<'published' | 'drafted' | null> {
  const before = await lockDraft(tx, id);
  if (before === null || before.archivedAt !== null) return null;
  const hand: Hand = { tx, now, me: { id: by.staff.id, name: by.staff.name } };
  const changed = { ...before, content: withSimilar(before.content, similar), keptRevision: null };
  const alone = before.liveRevision !== null && !hasChanges(before) && before.dueAt === null;
  const publishes = alone && may(by.staff.role, 'article.publish');
  const draft = publishes ? await publish(changed, hand, '') : changed;
  const detail = { questions: similar.length, published: publishes };
  await writeDraft(hand, by, { draft, action: 'article.questions-added', detail });
  return publishes ? 'published' : 'drafted';
}
