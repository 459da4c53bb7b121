/** The composition root: reads the configuration, brings the database up, starts the server, and ends it in order. */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createSetupLink } from './agents/create-setup-link.ts';
import { buildApp, type Centre } from './app.ts';
import { fillDemo } from './demo/fill-demo.ts';
import { openDemoShop } from './demo/open-demo-shop.ts';
import { installStarterContent } from './help/install-starter-content.ts';
import { warmRanking } from './help/open-ranking.ts';
import { endLanes, openLanes } from './log/lanes.ts';
import { systemClock } from './platform/clock.ts';
import { type Config, loadConfig } from './platform/config.ts';
import { ConsoleMailer } from './platform/console-mailer.ts';
import { openDataFolder } from './platform/disk.ts';
import { folderFileStore } from './platform/files-folder.ts';
import { createLogger } from './platform/logger.ts';
import { migrate } from './platform/migrate.ts';
import { connect } from './platform/pg/connect.ts';
import { startEmbedded } from './platform/pg/embedded.ts';
import { tellLogger } from './platform/pg/tell.ts';
import { StartupError } from './platform/startup-error.ts';
import { openSigner } from './trust/signing.ts';

const ATTACHMENTS_NEED_MB = 40;
/** After the drain the database still has to end; with the usual `DRAIN_SECONDS` all of it within ten seconds. */
const END_WITHIN_MS = 1_500;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

async function openStorage(config: Config, logger: Logger) {
  if (config.databaseUrl === undefined) {
    return startEmbedded({ dataDir: config.dataDir, tell: tellLogger(logger), onLost: fail });
  }
  openDataFolder(config.dataDir, ATTACHMENTS_NEED_MB);
  return { url: config.databaseUrl, stop: async () => {} };
}

/** Told to stop before there is anything to drain. The embedded database ends with the process. */
const stopEarly = () => process.exit(0);
const STOP_SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

async function listen({ app }: Centre, config: Mutable<Config>): Promise<void> {
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE')
      throw new StartupError(`Port ${config.port} is taken by another program. Set PORT to a free one.`);
    if (code === 'EACCES')
      throw new StartupError(
        `Port ${config.port} may not be opened by this user. Set PORT to one above 1023.`,
      );
    if (code === 'EADDRNOTAVAIL')
      throw new StartupError(`HOST ${config.host} is not an address of this machine.`);
    throw error;
  }
  config.port = (app.server.address() as AddressInfo).port;
}

async function greet({ deps }: Centre, config: Config, startedAt: number, signIns: string[]): Promise<void> {
  const base = config.publicUrl ?? `http://localhost:${config.port}`;
  const link = await createSetupLink(deps);
  const lines = [
    `OKPay Support Centre is ready (${((performance.now() - startedAt) / 1000).toFixed(1)} s).`,
    `  Centre  ${base}/`,
    `  Desk    ${base}/desk`,
    ...(link === null ? [] : [`  Create the first administrator (works once, for 24 hours): ${link}`]),
    ...signIns,
  ];
  console.log(lines.join('\n'));
}

async function start(): Promise<void> {
  const startedAt = performance.now();
  for (const signal of STOP_SIGNALS) process.on(signal, stopEarly);
  const config: Mutable<Config> = loadConfig();
  // The demonstration's shop and centre share a secret of this start, unless they are given one.
  if (config.demo && config.identityKeys.length === 0)
    config.identityKeys = [{ kid: 'demo', alg: 'HS256', key: randomBytes(32) }];
  const logger = createLogger(config);
  const storage = await openStorage(config, logger);
  const sql = await connect({ url: storage.url, connections: config.databaseConnections });
  await migrate(sql);
  const logLanes = openLanes(storage.url);
  const files = folderFileStore(join(config.dataDir, 'files'));
  const mailer = new ConsoleMailer(config);
  const centre = await buildApp({ config, sql, logLanes, clock: systemClock, logger, files, mailer });
  await installStarterContent(centre.deps);
  warmRanking(centre.deps);
  await openSigner(centre.deps);
  await listen(centre, config);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    const drainMs = config.drainSeconds * 1000;
    setTimeout(() => process.exit(1), drainMs + END_WITHIN_MS).unref();
    await Promise.race([centre.drain(), new Promise((resolve) => setTimeout(resolve, drainMs))]);
    await Promise.all([sql.end({ timeout: 1 }), endLanes(logLanes)]);
    await storage.stop();
    process.exit(0);
  };
  for (const signal of STOP_SIGNALS) process.off(signal, stopEarly).on(signal, stop);
  const signIns = config.demo ? [await openDemoShop(centre.deps), ...(await fillDemo(centre.deps))] : [];
  await greet(centre, config, startedAt, signIns);
}

function fail(error: unknown): never {
  if (error instanceof StartupError) console.error(error.message);
  else console.error('The server could not start:', error);
  process.exit(1);
}

start().catch(fail);
