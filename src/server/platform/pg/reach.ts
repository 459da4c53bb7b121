import { socketAddress } from './address.ts';
import { databaseName, roleName } from './cluster.ts';
import { startEmbedded } from './embedded.ts';
import { openHome } from './home.ts';
import { readPidfile } from './pidfile.ts';

/**
 * The database of a data folder, for a program beside the server: that of the running server where there is one, else
 * it is started, and stopped again by `stop`.
 * @throws StartupError when neither can be
 */
export async function reachEmbedded(dataDir: string): Promise<{ url: string; stop(): Promise<void> }> {
  const running = readPidfile(openHome(dataDir).cluster);
  if (running?.ready !== true) return startEmbedded({ dataDir });
  return { url: socketAddress(running.socketFolder, databaseName, roleName), stop: async () => {} };
}
