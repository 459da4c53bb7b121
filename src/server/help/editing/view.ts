import type { ISql } from 'postgres';
import type { EditableArticle, Stamp } from '../../../contract/editing.ts';
import { type Doer, type Draft, hasChanges, stageOf } from './draft.ts';
import { findingsIn, leadsTo } from './findings.ts';
import { whereaboutsOf } from './published-store.ts';
import { formerIds } from './store.ts';

const stamp = (at: Date, by: Doer | null): Stamp => ({ at: at.toISOString(), by });

const stampIf = (at: Date | null, by: Doer | null): Stamp | null => (at === null ? null : stamp(at, by));

function publishedOf({ liveRevision, publishedAt, publishedBy }: Draft): EditableArticle['published'] {
  if (liveRevision === null || publishedAt === null) return null;
  return { ...stamp(publishedAt, publishedBy), revision: liveRevision };
}

function scheduledOf(draft: Draft): EditableArticle['scheduled'] {
  const { dueRevision, dueAt, scheduledAt, scheduledBy } = draft;
  if (dueRevision === null || dueAt === null || scheduledAt === null) return null;
  return { ...stamp(scheduledAt, scheduledBy), revision: dueRevision, for: dueAt.toISOString() };
}

function archivedOf({ archivedAt, archivedBy, replacement }: Draft): EditableArticle['archived'] {
  return archivedAt === null ? null : { ...stamp(archivedAt, archivedBy), replacement };
}

/** An article as the desk sees it. */
export async function viewOf(sql: ISql, draft: Draft): Promise<EditableArticle> {
  const { id, content } = draft;
  const [former, whereabouts] = await Promise.all([formerIds(sql, id), whereaboutsOf(sql, leadsTo(content))]);
  return {
    id,
    content,
    version: draft.version,
    changed: stamp(draft.changedAt, draft.changedBy),
    stage: stageOf(draft),
    live: draft.liveRevision !== null,
    hasChanges: hasChanges(draft),
    review: stampIf(draft.reviewAt, draft.reviewBy),
    published: publishedOf(draft),
    scheduled: scheduledOf(draft),
    archived: archivedOf(draft),
    formerIds: former,
    findings: findingsIn(content, whereabouts),
  };
}
