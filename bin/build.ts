import { buildPages } from './pages.ts';
import { buildRanking } from './ranking.ts';

try {
  const pages = await buildPages();
  console.log(pages ? 'The pages are built.' : 'The pages are up to date.');
  const ranking = await buildRanking();
  console.log(ranking ? 'The ranking of the starter content is learned.' : 'The ranking is up to date.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
