import type { Sql } from 'postgres';
import type { EditableArticle, Revision, RevisionContent } from '../../../contract/editing.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Draft } from './draft.ts';
import { findRevision, listRevisions, type RevisionRow } from './revision-store.ts';
import { findDraft } from './store.ts';
import { viewOf } from './view.ts';

async function draftOf(sql: Sql, id: string): Promise<Draft> {
  const draft = await findDraft(sql, id);
  if (draft === null) throw new AppError('not-found');
  return draft;
}

const shown = <T extends RevisionRow>(row: T, { liveRevision }: Draft) => ({
  ...row,
  at: row.at.toISOString(),
  live: row.number === liveRevision,
});

/** @throws AppError `not-found` */
export async function readDraft(sql: Sql, id: string): Promise<EditableArticle> {
  return viewOf(sql, await draftOf(sql, id));
}

/** Every text that was kept, newest first. @throws AppError `not-found` */
export async function readRevisions(sql: Sql, id: string): Promise<Revision[]> {
  const draft = await draftOf(sql, id);
  return (await listRevisions(sql, id)).map((row) => shown(row, draft));
}

/** One of them with its words. @throws AppError `not-found` */
export async function readRevision(sql: Sql, id: string, number: number): Promise<RevisionContent> {
  const draft = await draftOf(sql, id);
  const row = await findRevision(sql, id, number);
  if (row === null) throw new AppError('not-found');
  return shown(row, draft);
}
