/**
 * `npm run -s content -- export FILE` writes all articles that are in use to a file; `import FILE` takes them in from
 * one. The ending of FILE says what it is: .zip (Markdown with front matter, and the
 * pictures that articles show), .csv or .json.
 *
 *   --dry-run   only says what an import would do
 *   --publish   publishes what an import adds or changes; without it they are drafts
 *
 * Works on the database of the server's configuration; the built-in one must not be in use by a running server.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportReport } from '../src/contract/transfer.ts';
import { exportArticles } from '../src/server/help/transfer/export-articles.ts';
import { formatOf } from '../src/server/help/transfer/formats.ts';
import { importArticles } from '../src/server/help/transfer/import-articles.ts';
import { systemClock } from '../src/server/platform/clock.ts';
import { loadConfig } from '../src/server/platform/config.ts';
import { folderFileStore } from '../src/server/platform/files-folder.ts';
import { migrate } from '../src/server/platform/migrate.ts';
import { connect } from '../src/server/platform/pg/connect.ts';
import { startEmbedded } from '../src/server/platform/pg/embedded.ts';
import { StartupError } from '../src/server/platform/startup-error.ts';

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

const { values, positionals } = parseArgs({
  options: { 'dry-run': { type: 'boolean', default: false }, publish: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [verb, path = ''] = positionals;
const format = formatOf(path);
if ((verb !== 'export' && verb !== 'import') || format === undefined)
  fail(
    'Say: content -- export FILE, or: content -- import FILE, with a FILE that ends with .zip, .csv or .json.',
  );

/** Every refusal by file, line, field and reason, then the numbers. */
function tell({ rows, dryRun, ...counts }: ImportReport): void {
  for (const { id, faults } of rows)
    for (const { source, line, field, message } of faults)
      console.log(`${source || basename(path)}:${line} ${id ?? ''} ${field}: ${message}`);
  console.log(JSON.stringify({ dryRun, ...counts }));
}

const config = loadConfig();
const own =
  config.databaseUrl === undefined ? await startEmbedded({ dataDir: config.dataDir }).catch(refuse) : null;
const sql = await connect({ url: own?.url ?? config.databaseUrl ?? '', connections: 2 });
const files = folderFileStore(join(config.dataDir, 'files'));

function refuse(error: unknown): never {
  if (error instanceof StartupError) fail(error.message);
  throw error;
}

try {
  await migrate(sql);
  if (verb === 'export') {
    await writeFile(path, await exportArticles({ sql, files }, format));
  } else {
    const report = await importArticles({ sql, files, clock: systemClock }, null, {
      name: basename(path),
      content: await readFile(path),
      dryRun: values['dry-run'],
      publish: values.publish,
      speak: 'en',
    });
    tell(report);
    if (report.refused > 0) process.exitCode = 1;
  }
} finally {
  await sql.end({ timeout: 1 });
  await own?.stop();
}
