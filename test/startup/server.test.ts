import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { serves } from '../../src/server/platform/pg/pidfile.ts';
import { createTestDatabase } from '../support/database.ts';
import { mountDisk } from '../support/disk.ts';
import { startFakePostgres } from '../support/fake-postgres.ts';
import { temporaryFolder } from '../support/folder.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';

// Several starts in one test, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const isRoot = process.getuid?.() === 0;

const newDataDir = (): string => join(temporaryFolder(), 'data');

/** A data folder that has been started on and ended in order. */
let used: string;

/** Lays a copy of it there: most of a first start is making the database. */
function layUsed(dataDir: string): string {
  execFileSync('cp', ['-a', used, dataDir]);
  return dataDir;
}

const usedDataDir = (): string => layUsed(newDataDir());

beforeAll(async () => {
  const parent = mkdtempSync(join(tmpdir(), 'okpay-used-'));
  chmodSync(parent, 0o711);
  used = join(parent, 'data');
  const server = startServer({ DATA_DIR: used }, { until: 'told' });
  await server.ready();
  server.child.kill('SIGTERM');
  await server.ended();
  return () => rmSync(parent, { recursive: true, force: true });
});

/** One sentence, nothing else, and exit code 1. */
async function complaintOf(server: ServerProcess): Promise<string> {
  const { code, complaint } = await server.ended();
  expect(complaint.trimEnd().split('\n')).toHaveLength(1);
  expect(complaint).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
  return complaint.trimEnd();
}

const postmasterOf = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);

const runs = (postmaster: number, dataDir: string): boolean =>
  serves(postmaster, join(dataDir, 'postgres/cluster'));

async function takenPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return String((server.address() as { port: number }).port);
}

describe('the server', () => {
  test('starts on an empty folder, answers, and gives a way in without any password', async () => {
    const server = startServer({ DATA_DIR: newDataDir() });
    const url = await server.ready();
    expect((await fetch(url)).status).toBe(200);
    expect(server.said()).toMatch(/Create the first administrator .*: http:\S+\/desk\/setup\/[\w-]{40,}/);
    expect(server.said()).not.toMatch(/password/i);
  });

  test('ends in order when it is told to, and takes its database with it', async () => {
    const dataDir = usedDataDir();
    const server = startServer({ DATA_DIR: dataDir });
    await server.ready();
    const postmaster = postmasterOf(dataDir);
    const begin = performance.now();
    server.child.kill('SIGTERM');
    expect((await server.ended()).code).toBe(0);
    expect(performance.now() - begin).toBeLessThan(10_000);
    expect(runs(postmaster, dataDir)).toBe(false);
    expect(existsSync(join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false);
  });

  test('ends in order too when npm is told to', async () => {
    const dataDir = usedDataDir();
    const server = startServer({ DATA_DIR: dataDir }, { by: 'npm' });
    const url = await server.ready();
    const postmaster = postmasterOf(dataDir);
    server.child.kill('SIGTERM');
    expect((await server.ended()).code).toBe(0);
    expect(runs(postmaster, dataDir)).toBe(false);
    await expect(fetch(url)).rejects.toThrow();
  });

  test('starts again after it was killed, and takes over the database that was left', async () => {
    const dataDir = usedDataDir();
    const killed = startServer({ DATA_DIR: dataDir });
    await killed.ready();
    const orphan = postmasterOf(dataDir);
    killed.child.kill('SIGKILL');
    await killed.ended();
    expect(runs(orphan, dataDir)).toBe(true);
    const again = startServer({ DATA_DIR: dataDir });
    expect((await fetch(await again.ready())).status).toBe(200);
    expect(runs(orphan, dataDir)).toBe(false);
  });

  test('starts again after it and its database were killed at the same moment', async () => {
    const dataDir = usedDataDir();
    const killed = startServer({ DATA_DIR: dataDir });
    await killed.ready();
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    killed.child.kill('SIGKILL');
    await killed.ended();
    const again = startServer({ DATA_DIR: dataDir });
    expect((await fetch(await again.ready())).status).toBe(200);
  });

  test('works on a database that it did not bring', async () => {
    const database = await createTestDatabase('template0');
    onTestFinished(() => database.drop());
    const dataDir = newDataDir();
    const server = startServer({ DATA_DIR: dataDir, DATABASE_URL: database.url });
    expect((await fetch(await server.ready())).status).toBe(200);
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    server.child.kill('SIGTERM');
    expect((await server.ended()).code).toBe(0);
  });
});

describe('a start that cannot be', () => {
  test('names every variable that is wrong', async () => {
    const { code, complaint } = await startServer({ PORT: 'eighty', HEARTBEAT_SECONDS: '0' }).ended();
    expect(complaint).toBe(
      'PORT: must be a whole number from 0 to 65535\nHEARTBEAT_SECONDS: must be a whole number from 1 to 300\n',
    );
    expect(code).toBe(1);
  });

  test('says that the data folder is in use, and does not disturb who uses it', async () => {
    const dataDir = usedDataDir();
    const first = startServer({ DATA_DIR: dataDir });
    const url = await first.ready();
    expect(await complaintOf(startServer({ DATA_DIR: dataDir }))).toBe(
      `The data folder ${dataDir} is already in use by process ${first.child.pid}: stop that server first, or set another DATA_DIR.`,
    );
    expect((await fetch(url)).status).toBe(200);
  });

  test('says that the port is taken, and leaves no database running', async () => {
    const dataDir = usedDataDir();
    const port = await takenPort();
    expect(await complaintOf(startServer({ DATA_DIR: dataDir, PORT: port }))).toContain(
      `Port ${port} is taken`,
    );
    const again = startServer({ DATA_DIR: dataDir });
    expect((await fetch(await again.ready())).status).toBe(200);
  });

  test('says that the database cannot be reached', async () => {
    const url = `postgres://me:hunter2@127.0.0.1:1/support`;
    const complaint = await complaintOf(startServer({ DATA_DIR: newDataDir(), DATABASE_URL: url }));
    expect(complaint).toMatch(
      /^The database at postgres:\/\/127.0.0.1:1\/support cannot be used: nothing listens/,
    );
  });

  test('says that the database is too old', async () => {
    const { url } = await startFakePostgres({ version: '14.13', number: '140013', encoding: 'UTF8' });
    const complaint = await complaintOf(startServer({ DATA_DIR: newDataDir(), DATABASE_URL: url }));
    expect(complaint).toContain('is PostgreSQL 14.13; at least PostgreSQL 15 is needed.');
  });

  test('says which migration failed; once the cause is gone, the next start goes on from there', async () => {
    const database = await createTestDatabase('template0');
    onTestFinished(() => database.drop());
    await database.sql`create table customers (mine int)`;
    const variables = { DATA_DIR: newDataDir(), DATABASE_URL: database.url };
    expect(await complaintOf(startServer(variables))).toMatch(
      /^migrations\/0002-customers.sql, line \d+: relation "customers" already exists\. Nothing of this migration was kept/,
    );
    expect(await database.sql`select number from schema_migrations`).toEqual([{ number: 1 }]);
    await database.sql`drop table customers`;
    expect((await fetch(await startServer(variables).ready())).status).toBe(200);
  });

  test('says that the data folder is a file', async () => {
    const file = join(temporaryFolder(), 'data');
    writeFileSync(file, '');
    expect(await complaintOf(startServer({ DATA_DIR: file }))).toContain(
      'because there is a file of that name.',
    );
  });

  test.skipIf(isRoot)('says that the data folder may not be written to', async () => {
    const dataDir = newDataDir();
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o555);
    expect(await complaintOf(startServer({ DATA_DIR: dataDir }))).toContain(
      'this user has no right to write there',
    );
  });

  test.runIf(isRoot)('says that the disk is read-only, and starts on it when it is not', async ({ skip }) => {
    const disk = mountDisk('400m') ?? skip('no disk can be mounted here');
    const dataDir = layUsed(join(disk, 'data'));
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    expect(await complaintOf(startServer({ DATA_DIR: dataDir }))).toContain('because its disk is read-only.');
    execFileSync('mount', ['-o', 'remount,rw', disk]);
    expect((await fetch(await startServer({ DATA_DIR: dataDir }).ready())).status).toBe(200);
  });

  test.runIf(isRoot)('says that the disk is full, and loses nothing by it', async ({ skip }) => {
    const disk = mountDisk('400m') ?? skip('no disk can be mounted here');
    const dataDir = layUsed(join(disk, 'data'));
    const ballast = join(disk, 'ballast');
    spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=1M']);
    expect(await complaintOf(startServer({ DATA_DIR: dataDir }))).toContain('because its disk is full.');
    spawnSync('truncate', ['--size=-10M', ballast]);
    expect(await complaintOf(startServer({ DATA_DIR: dataDir }))).toMatch(
      /has \d+ MB free; at least 40 MB are needed/,
    );
    execFileSync('rm', [ballast]);
    expect((await fetch(await startServer({ DATA_DIR: dataDir }).ready())).status).toBe(200);
  });
});
