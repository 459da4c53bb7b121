import { shippedModels } from '../src/server/help/open-ranking.ts';
import { rankable } from '../src/server/help/rankable.ts';
import { keepModel, keepsModel } from '../src/server/help/ranking/keep-model.ts';
import { train } from '../src/server/help/ranking/train.ts';
import { readStarterArticles } from '../src/server/help/read-content.ts';

/** Learns the ranking of the starter content, so that no new centre has to. Returns whether there was anything to do. */
export async function buildRanking(): Promise<boolean> {
  const articles = (await readStarterArticles()).map(rankable);
  if (await keepsModel(shippedModels, articles)) return false;
  await keepModel(shippedModels, articles, train(articles));
  return true;
}
