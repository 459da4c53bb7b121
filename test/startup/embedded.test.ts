import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Embedded, startEmbedded } from '../../src/server/platform/pg/embedded.ts';
import { openDatabase } from '../../src/server/platform/pg/open.ts';
import { StartupError } from '../../src/server/platform/startup-error.ts';
import { mountDisk } from '../support/disk.ts';
import { temporaryFolder } from '../support/folder.ts';

// Several starts in one test, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const isRoot = process.getuid?.() === 0;

async function start(dataDir: string, onLost?: (reason: StartupError) => void): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, fsync: false, ...(onLost ? { onLost } : {}) });
  onTestFinished(() => embedded.stop());
  return embedded;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const sql = openDatabase(url, { max: 1 });
  try {
    return await sql.unsafe(text);
  } finally {
    // Without a limit the driver waits for ever for a connection that was lost in the middle of a query.
    await sql.end({ timeout: 1 });
  }
}

/** Starts, keeps one row, stops: a data folder that has been used. */
async function usedFolder(): Promise<string> {
  const dataDir = join(temporaryFolder(), 'data');
  const embedded = await startEmbedded({ dataDir, fsync: false });
  await query(embedded.url, 'create table kept as select 7 as n');
  await embedded.stop();
  return dataDir;
}

const refusal = async (starting: Promise<unknown>): Promise<string> => {
  const error = await starting.then(
    () => new Error('it started'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartupError);
  return (error as StartupError).message;
};

describe('the embedded database', () => {
  test('keeps what was written over a stop and a start, behind no port', async () => {
    const { url } = await start(await usedFolder());
    expect(await query(url, 'select n from kept')).toEqual([{ n: 7 }]);
    expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(await query(url, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
  });

  test('flushes every commit unless a test asks it not to', async () => {
    const embedded = await startEmbedded({ dataDir: join(temporaryFolder(), 'data') });
    onTestFinished(() => embedded.stop());
    expect(await query(embedded.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
  });

  test('comes back by itself after a crash, with what was committed', async () => {
    const { url, crash } = await start(await usedFolder());
    await query(url, 'insert into kept values (8)');
    crash();
    await vi.waitFor(
      async () => expect(await query(url, 'select n from kept')).toEqual([{ n: 7 }, { n: 8 }]),
      {
        timeout: 10_000,
      },
    );
  });

  test('still refuses a second server after a crash', async () => {
    const dataDir = await usedFolder();
    const { url, crash } = await start(dataDir);
    crash();
    // The database is back, and so is the first server's hold on it.
    const held = "select 1 as n from pg_locks where locktype = 'advisory' and granted";
    await vi.waitFor(async () => expect(await query(url, held)).toEqual([{ n: 1 }]), { timeout: 10_000 });
    expect(await refusal(startEmbedded({ dataDir, fsync: false }))).toContain('already in use by process');
    expect(await query(url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  test('lets one of two first starts win and refuses the other', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const both = await Promise.allSettled([start(dataDir), start(dataDir)]);
    const winners = both.filter((one) => one.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    const [loser] = both.filter((one) => one.status === 'rejected');
    expect(String(loser?.reason)).toMatch(/already in use by process \d+: stop that server first/);
    expect(await query(winners[0]?.value.url ?? '', 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  test('does not take the pidfile of a dead server for a living one', async () => {
    const dataDir = await usedFolder();
    const folder = join(dataDir, 'postgres');
    // This very process: alive, and no PostgreSQL.
    const lines = [process.pid, join(folder, 'cluster'), 1, 5432, folder, '', '', 'ready'];
    writeFileSync(join(folder, 'cluster/postmaster.pid'), `${lines.join('\n')}\n`);
    const { url } = await start(dataDir);
    expect(await query(url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  test('works where the path is too long for a socket', async () => {
    const { url } = await start(join(temporaryFolder(), 'a-long-name-'.repeat(8), 'data'));
    expect(await query(url, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  test('refuses data of another major version, and leaves them alone', async () => {
    const dataDir = await usedFolder();
    const version = join(dataDir, 'postgres/cluster/PG_VERSION');
    writeFileSync(version, '17\n');
    expect(await refusal(startEmbedded({ dataDir }))).toMatch(
      /written by PostgreSQL 17 and this version brings 18/,
    );
    writeFileSync(version, '18\n');
    expect(await query((await start(dataDir)).url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  test('does not begin anew where a link says that there are data elsewhere', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    mkdirSync(dataDir);
    symlinkSync('/nowhere/at/all', join(dataDir, 'postgres'));
    expect(await refusal(startEmbedded({ dataDir }))).toContain('there is nothing: bring that folder back');
  });

  test('refuses what is no database, and leaves it alone', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    mkdirSync(join(dataDir, 'postgres'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres/cluster'), 'not a folder');
    expect(await refusal(startEmbedded({ dataDir }))).toContain('is no database');
    expect(readFileSync(join(dataDir, 'postgres/cluster'), 'utf8')).toBe('not a folder');
  });

  test.runIf(isRoot)(
    'loses nothing that it acknowledged when the disk fills up under it',
    async ({ skip }) => {
      const disk = mountDisk('300m') ?? skip('no disk can be mounted here');
      const { url } = await start(join(disk, 'data'));
      await query(url, 'create table kept (n int)');
      let acknowledged = 0;
      // 3 MB of the write-ahead log each: when that has no room, PostgreSQL panics.
      const insert = (): Promise<unknown> =>
        query(
          url,
          `with filler as (select pg_logical_emit_message(true, 'x', repeat('x', 3000000)))
           insert into kept select ${acknowledged + 1} from filler`,
        );
      await expect(
        (async () => {
          for (; acknowledged < 200; acknowledged += 1) await insert();
        })(),
      ).rejects.toThrow();
      execFileSync('mount', ['-o', 'remount,size=600m', disk]);
      const kept = await vi.waitFor(() => query(url, 'select n from kept order by n'), { timeout: 30_000 });
      expect(kept.slice(0, acknowledged)).toEqual(
        Array.from({ length: acknowledged }, (_, n) => ({ n: n + 1 })),
      );
      await insert();
    },
  );

  test.runIf(isRoot)('puts the database where its user can go, when the data folder is closed', async () => {
    const closed = temporaryFolder();
    chmodSync(closed, 0o700);
    const dataDir = join(closed, 'data');
    const { url, stop } = await start(dataDir);
    const place = readlinkSync(join(dataDir, 'postgres'));
    onTestFinished(() => rmSync(place, { recursive: true, force: true }));
    expect(place).toMatch(/^\/var\/lib\/okpay-support-centre\/data-/);
    await query(url, 'create table kept as select 7 as n');
    await stop();
    const again = await start(dataDir);
    expect(await query(again.url, 'select n from kept')).toEqual([{ n: 7 }]);
    expect(existsSync(join(place, 'cluster/PG_VERSION'))).toBe(true);
  });
});
