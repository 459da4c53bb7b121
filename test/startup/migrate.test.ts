import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../src/server/platform/migrate.ts';
import { openDatabase } from '../../src/server/platform/pg/open.ts';
import { StartupError } from '../../src/server/platform/startup-error.ts';
import { createTestDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';

let sql: Sql;
let url: string;
let folder: string;

const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);
const tables = async (): Promise<string[]> =>
  (await sql`select tablename from pg_tables where schemaname = 'public' order by 1`).map(
    (row) => row.tablename,
  );

const refusal = async (): Promise<string> => {
  const error = await migrate(sql, folder).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StartupError);
  return (error as StartupError).message;
};

beforeEach(async () => {
  const database = await createTestDatabase('template0');
  onTestFinished(() => database.drop());
  ({ sql, url } = database);
  folder = temporaryFolder();
  write('0001-first.sql', 'create table first (n int);\ninsert into first values (1);\n');
  write('0002-second.sql', 'create table second (n int);\n');
});

describe('migrating', () => {
  test('applies what is missing, once and in order', async () => {
    expect(await migrate(sql, folder)).toEqual(['0001-first.sql', '0002-second.sql']);
    expect(await migrate(sql, folder)).toEqual([]);
    write('0003-third.sql', 'alter table first add m int; update first set m = n;');
    expect(await migrate(sql, folder)).toEqual(['0003-third.sql']);
    expect(await sql`select n, m from first`).toEqual([{ n: 1, m: 1 }]);
  });

  test('is done once when several nodes start together', async () => {
    await migrate(sql, folder);
    write('0003-third.sql', 'insert into first values (3);');
    const nodes = Array.from({ length: 4 }, () => openDatabase(url, { max: 2 }));
    await Promise.all(nodes.map((node) => node`select 1`));
    const applied = await Promise.all(nodes.map((node) => migrate(node, folder)));
    await Promise.all(nodes.map((node) => node.end({ timeout: 1 })));
    expect(applied.flat()).toEqual(['0003-third.sql']);
    expect(await sql`select n from first order by n`).toEqual([{ n: 1 }, { n: 3 }]);
  });

  test('keeps nothing of a migration that fails halfway, and says where it failed', async () => {
    write(
      '0003-half.sql',
      'create table half (n int);\n\n-- The next line is wrong.\ninsert into\n  nowhere values (1);',
    );
    expect(await refusal()).toMatch(
      /^migrations\/0003-half.sql, line 5: relation "nowhere" does not exist\. Nothing/,
    );
    expect(await tables()).toEqual(['first', 'schema_migrations', 'second']);
    write('0003-half.sql', 'create table half (n int);');
    expect(await migrate(sql, folder)).toEqual(['0003-half.sql']);
  });

  test('says which statement failed when it fails while running', async () => {
    write('0003-run.sql', 'select 1;\n\nselect 1 / (n - 1) from first;\n');
    expect(await refusal()).toMatch(/^migrations\/0003-run.sql, line 3: division by zero/);
  });

  test('refuses a file that was changed after it was applied', async () => {
    await migrate(sql, folder);
    write('0001-first.sql', 'create table first (n bigint);');
    expect(await refusal()).toMatch(/0001-first.sql was changed after it had been applied/);
  });

  test('does not mind how lines end', async () => {
    await migrate(sql, folder);
    write('0001-first.sql', 'create table first (n int);\r\ninsert into first values (1);\r\n');
    expect(await migrate(sql, folder)).toEqual([]);
  });

  test('refuses a database that a newer version has used', async () => {
    await migrate(sql, folder);
    rmSync(join(folder, '0002-second.sql'));
    expect(await refusal()).toMatch(/has migration 0002-second.sql, which this version does not know/);
  });

  test('refuses numbers that are left out or used twice, and files that end their transaction', async () => {
    write('0004-later.sql', 'select 1;');
    expect(await refusal()).toMatch(/0004-later.sql should have the number 3/);
    rmSync(join(folder, '0004-later.sql'));
    write('0003-commit.sql', 'create table leaked (n int);\ncommit;');
    expect(await refusal()).toMatch(/0003-commit.sql, line 2: a migration is one transaction/);
    expect(await tables()).toEqual([]);
  });
});
