import { buildPages } from './pages.ts';

try {
  const built = await buildPages();
  console.log(built ? 'The pages are built.' : 'The pages are up to date.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
