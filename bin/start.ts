import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pagesAreCurrent } from './pages.ts';

/** Builds in a process of its own: the builder's memory is not the server's. */
function buildFirst(): void {
  console.log('Building the pages ...');
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'build.ts')], {
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error('The pages could not be built.');
    process.exit(1);
  }
}

if (process.argv.includes('--demo')) process.env.DEMO = 'true';
if (!pagesAreCurrent()) buildFirst();
await import('../src/server/main.ts');
