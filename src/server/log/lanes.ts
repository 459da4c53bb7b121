import type { Sql } from 'postgres';
import { openDatabase } from '../platform/pg/open.ts';

const LANES = 2;

/**
 * Connections for the log alone, so that no slow query ever stands before a message. What concerns one conversation
 * always takes the same lane, and a lane is one connection, so that every batch comes after the one it builds on.
 * Two, because one holds too little on its way to keep the database at work while the server does something else.
 */
export const openLanes = (databaseUrl: string): Sql[] =>
  Array.from({ length: LANES }, () => openDatabase(databaseUrl, { max: 1 }));

export async function endLanes(lanes: readonly Sql[]): Promise<void> {
  await Promise.all(lanes.map((lane) => lane.end({ timeout: 1 })));
}
