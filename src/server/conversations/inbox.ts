import type { Sql } from 'postgres';
import { z } from 'zod';
import type { InboxPage, InboxQuery } from '../../contract/conversations.ts';
import { Id } from '../../contract/ids.ts';
import { invalidField } from '../platform/app-error.ts';
import { inboxPage, type Place } from './summary-store.ts';

const encodePlace = ({ at, id }: Place): string => Buffer.from(`${at} ${id}`).toString('base64url');

const Cursor = z.object({ at: z.iso.datetime({ precision: 3 }), id: Id });

function decodePlace(cursor: string): Place {
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const place = Cursor.safeParse({ at, id });
  if (!place.success) throw invalidField('cursor', 'is not a cursor of ours');
  return place.data;
}

/** One page of a view of the inbox, and where the next begins; null on the last. */
export async function readInbox(sql: Sql, query: InboxQuery, staffId: string): Promise<InboxPage> {
  if (query.view === 'team' && query.team === undefined)
    throw invalidField('team', 'is needed for this view');
  const from = query.cursor === undefined ? null : decodePlace(query.cursor);
  const found = await inboxPage(sql, query, staffId, from);
  const rows = found.slice(0, query.limit);
  const last = rows.at(-1);
  const at = query.view === 'resolved' ? last?.resolvedAt : last?.activityAt;
  const more = found.length > query.limit && last !== undefined && at;
  return { rows, next: more ? encodePlace({ at, id: last.id }) : null };
}
