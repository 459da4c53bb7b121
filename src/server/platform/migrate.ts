import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql, TransactionSql } from 'postgres';
import { type Statement, splitStatements } from './sql-statements.ts';
import { StartupError } from './startup-error.ts';

/** One file of the migrations folder: `NNNN-name.sql`. */
interface Migration {
  readonly number: number;
  readonly file: string;
  readonly sha256: string;
  readonly statements: Statement[];
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

/** The same number on every node: only one migrates at a time. */
const lockNumber = 7_031_965_002;

const ownFolder = join(import.meta.dirname, '../../../migrations');

/** @throws StartupError when numbers are missing or used twice, or a file would end its transaction itself */
function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => /^\d{4}-.+\.sql$/.test(file))
    .sort();
  return files.map((file, index) => {
    const number = Number(file.slice(0, 4));
    if (number !== index + 1) {
      throw new StartupError(
        `migrations/${file} should have the number ${index + 1}: no number is left out or used twice.`,
      );
    }
    const script = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    const statements = splitStatements(script);
    const ending = statements.find(({ text }) => /^(begin|start|commit|end|rollback|abort)\b/i.test(text));
    if (ending !== undefined) {
      throw new StartupError(
        `migrations/${file}, line ${ending.line}: a migration is one transaction and cannot end it.`,
      );
    }
    return { number, file, sha256: createHash('sha256').update(script).digest('hex'), statements };
  });
}

/** Refuses what was applied but is not what the files say now. */
function compare(applied: Applied[], migrations: Migration[]): void {
  for (const { number, name, sha256 } of applied) {
    const migration = migrations[number - 1];
    if (migration === undefined) {
      throw new StartupError(
        `The database has migration ${name}, which this version does not know: it was used by a newer version; start that one.`,
      );
    }
    if (migration.sha256 === sha256) continue;
    throw new StartupError(
      `migrations/${migration.file} was changed after it had been applied: restore it and put the change into a new migration.`,
    );
  }
}

/** Locks out other nodes until this transaction ends, and reads what is applied by then. */
async function readApplied(tx: TransactionSql): Promise<Applied[]> {
  await tx`select pg_advisory_xact_lock(${lockNumber})`;
  await tx`create table if not exists schema_migrations (
    number integer primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`;
  return tx<Applied[]>`select number, name, sha256 from schema_migrations order by number`;
}

async function execute(tx: TransactionSql, { file }: Migration, { text, line }: Statement): Promise<void> {
  try {
    await tx.unsafe(text).simple();
  } catch (error) {
    const { message, position } = error as Error & { position?: string };
    const before = position === undefined ? '' : text.slice(0, Number(position) - 1);
    const at = line + before.split('\n').length - 1;
    throw new StartupError(
      `migrations/${file}, line ${at}: ${message}. Nothing of this migration was kept; those before it were.`,
    );
  }
}

/** Applies the first migration that is missing, whole or not at all. Tells its file; null when none is missing. */
async function applyNext(sql: Sql, migrations: Migration[]): Promise<string | null> {
  return sql.begin(async (tx) => {
    const applied = await readApplied(tx);
    compare(applied, migrations);
    const next = migrations[applied.length];
    if (next === undefined) return null;
    for (const statement of next.statements) await execute(tx, next, statement);
    await tx`insert into schema_migrations (number, name, sha256) values (${next.number}, ${next.file}, ${next.sha256})`;
    return next.file;
  }) as Promise<string | null>;
}

/**
 * Brings the database to this version: numbered files, forward only, each in its own transaction. Safe when several
 * nodes start together.
 * @returns the files applied now
 * @throws StartupError naming the file and line that failed, an edited file, or a database that is newer than this version
 */
export async function migrate(sql: Sql, folder = ownFolder): Promise<string[]> {
  const migrations = readMigrations(folder);
  const files: string[] = [];
  for (let file = await applyNext(sql, migrations); file !== null; file = await applyNext(sql, migrations)) {
    files.push(file);
  }
  return files;
}
