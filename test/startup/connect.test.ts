import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { connect } from '../../src/server/platform/pg/connect.ts';
import { StartupError } from '../../src/server/platform/startup-error.ts';
import { createTestDatabase } from '../support/database.ts';
import { startFakePostgres } from '../support/fake-postgres.ts';

async function refusal(url: string): Promise<string> {
  const error = await connect({ url, connections: 1 }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StartupError);
  return (error as StartupError).message;
}

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
};

describe('connecting to a database', () => {
  test('works with one that is new enough', async () => {
    const database = await createTestDatabase();
    onTestFinished(() => database.drop());
    const sql = await connect({ url: database.url, connections: 2 });
    onTestFinished(() => sql.end({ timeout: 1 }));
    expect(await sql`select 1 as n`).toEqual([{ n: 1 }]);
  });

  test('says that nothing listens there, without the password', async () => {
    const port = await freePort();
    expect(await refusal(`postgres://me:hunter2@127.0.0.1:${port}/support`)).toBe(
      `The database at postgres://127.0.0.1:${port}/support cannot be used: nothing listens there. Check DATABASE_URL.`,
    );
  });

  test('says that there is no such host or database', async () => {
    expect(await refusal('postgres://me@no-such-host.invalid/support')).toMatch(
      /no such host|cannot be looked up/,
    );
    const database = await createTestDatabase();
    onTestFinished(() => database.drop());
    expect(await refusal(database.url.replace(/test_\w+/, 'not_there'))).toContain(
      'no database of that name',
    );
  });

  test('refuses one that is too old', async () => {
    const { url } = await startFakePostgres({ version: '14.13', number: '140013', encoding: 'UTF8' });
    expect(await refusal(url)).toMatch(/ is PostgreSQL 14\.13; at least PostgreSQL 15 is needed\.$/);
  });

  test('refuses one that could not hold every letter', async () => {
    const { url } = await startFakePostgres({ version: '16.4', number: '160004', encoding: 'SQL_ASCII' });
    expect(await refusal(url)).toMatch(/stores SQL_ASCII; it must be created with UTF8\.$/);
  });
});
