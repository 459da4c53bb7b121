import { buildRanking } from '../../bin/ranking.ts';
import { startTestPostgres } from './postgres.ts';

/** One PostgreSQL for the whole run; test files clone their own databases from its template. */
export default async function setup(): Promise<() => Promise<void>> {
  await buildRanking();
  const { url, stop } = await startTestPostgres();
  process.env.TEST_DATABASE_SERVER = url;
  return stop;
}
