/**
 * `npm run verify-log`: walks the hash chains of all conversations and names every line that is not as it was written.
 * Ends with 1 when there is one. Reads the database of a server that runs, or starts the one in `DATA_DIR` for the time.
 */
import { verifyLog } from '../src/server/conversations/verify-log.ts';
import { loadConfig } from '../src/server/platform/config.ts';
import { openDatabase } from '../src/server/platform/pg/open.ts';
import { reachEmbedded } from '../src/server/platform/pg/reach.ts';
import { StartupError } from '../src/server/platform/startup-error.ts';

const { databaseUrl, dataDir } = loadConfig();
try {
  const { url, stop } =
    databaseUrl === undefined ? await reachEmbedded(dataDir) : { url: databaseUrl, stop: async () => {} };
  const sql = openDatabase(url, { max: 2 });
  let alterations = 0;
  const walked = await verifyLog(sql, ({ caseNumber, conversationId, seq, fault }) => {
    alterations += 1;
    console.log(`${fault}: ${caseNumber || 'no case number'}, conversation ${conversationId}, line ${seq}`);
  });
  console.log(`${walked} conversations, ${alterations} alterations`);
  await sql.end({ timeout: 1 });
  await stop();
  process.exit(alterations === 0 ? 0 : 1);
} catch (error) {
  console.error(error instanceof StartupError ? error.message : error);
  process.exit(1);
}
