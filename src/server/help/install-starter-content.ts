import { installReplies } from '../canned/install-replies.ts';
import type { Deps } from '../deps.ts';
import { closeGlossary } from '../glossary/glossary.ts';
import { installGlossary } from '../glossary/install-glossary.ts';
import { installTopics } from '../topics/install-topics.ts';
import { closeLibrary } from './library.ts';
import { contentFolder, readStarterArticles, readStarterReplies, readStarterTopics } from './read-content.ts';
import { claimStarter, insertArticles } from './store.ts';

/**
 * Fills a new centre with topics, articles and canned replies: once, all or nothing. Later starts, and other nodes that start at the
 * same time, leave everything as it is, so that what was edited or removed stays so. An empty glossary is filled too.
 * @returns how many articles were installed; 0 when it was done before
 */
export async function installStarterContent(
  { sql, clock }: Pick<Deps, 'sql' | 'clock'>,
  folder = contentFolder,
): Promise<number> {
  const installed = await sql.begin(async (tx) => {
    await installGlossary(tx, clock.now(), folder);
    if (!(await claimStarter(tx, clock.now()))) return 0;
    const [topics, articles, replies] = await Promise.all([
      readStarterTopics(folder),
      readStarterArticles(folder),
      readStarterReplies(folder),
    ]);
    await installTopics(tx, topics);
    await installReplies(tx, replies);
    return insertArticles(tx, articles);
  });
  closeGlossary(sql);
  if (installed > 0) closeLibrary(sql);
  return installed;
}
