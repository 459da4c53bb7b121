import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'content/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: 'test/support/global-setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    // What all files import is loaded once for each worker. Files share nothing else: each has its own database and server.
    isolate: false,
    testTimeout: 15_000,
    hookTimeout: 30_000,
    // What happens soon is waited for on a busy machine too; the test's own timeout ends what never happens.
    expect: { poll: { timeout: 8_000 } },
    // A test that waits for ever is found by its own timeout, not by a stuck run.
    teardownTimeout: 10_000,
    restoreMocks: true,
  },
});
