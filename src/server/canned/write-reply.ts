import { randomUUID } from 'node:crypto';
import type { ISql } from 'postgres';
import type { CannedReply } from '../../contract/canned.ts';
import { locales } from '../../contract/locale.ts';
import { asksFor } from '../../guard/asks.ts';
import { nameOf } from '../../guard/marks.ts';
import type { StaffRequest } from '../agents/request-staff.ts';
import { audit } from '../audit/audit.ts';
import { changes } from '../audit/changes.ts';
import type { Deps } from '../deps.ts';
import { refuseSecrets } from '../guard/refuse-secrets.ts';
import { AppError } from '../platform/app-error.ts';
import { refuseTaken } from '../platform/taken.ts';
import { refuseUnknownTeam } from '../teams/refuse-unknown-team.ts';
import { replyView } from './list-replies.ts';
import { ownerOn, type Shelf } from './shelf.ts';
import { type CannedRow, lockReply, putReply, type ReplyToWrite, type ReplyWords } from './store.ts';

/** A reply as it comes in; `teamId` only for one that is shared. */
export interface ReplyInput {
  shortcut: string;
  titles: { 'zh-CN': string; en: string };
  texts: { 'zh-CN': string; en: string };
  teamId?: string | null;
}

/** What would be refused when it is sent is refused when it is written. @throws AppError `invalid-input`, `asks-for-secret` */
function guardedWords({
  shortcut,
  titles,
  texts,
}: Pick<ReplyInput, 'shortcut' | 'titles' | 'texts'>): ReplyWords {
  for (const locale of locales) {
    const asked = asksFor(texts[locale]);
    if (asked !== null) throw new AppError('asks-for-secret', { what: nameOf(asked, locale) });
  }
  return refuseSecrets({ shortcut, titles, texts });
}

type Places = Pick<Deps, 'sql' | 'clock'>;

async function put(
  tx: ISql,
  by: StaffRequest,
  reply: Omit<ReplyToWrite, 'scope'>,
  now: Date,
): Promise<CannedRow> {
  if (reply.teamId !== null) await refuseUnknownTeam(tx, reply.teamId, 'teamId');
  const shared = reply.teamId === null ? 'everyone' : 'team';
  const scope = reply.ownerId === null ? shared : 'personal';
  return putReply(tx, { ...reply, scope }, by.staff.id, now).catch(
    refuseTaken({ canned_replies_shortcut: ['shortcut-taken', 'shortcut'] }),
  );
}

/** @throws AppError `shortcut-taken`, `invalid-input` for an unknown team */
export async function createReply(
  deps: Places,
  by: StaffRequest,
  shelf: Shelf,
  input: ReplyInput,
): Promise<CannedReply> {
  const places = { id: randomUUID(), teamId: input.teamId ?? null, ownerId: ownerOn(shelf, by) };
  const reply = { ...guardedWords(input), ...places };
  return deps.sql.begin(async (tx) => {
    const row = await put(tx, by, reply, deps.clock.now());
    const { shortcut, scope } = row;
    await audit(tx, by, 'canned-reply.created', { kind: 'canned-reply', id: row.id }, { shortcut, scope });
    return replyView(row);
  });
}

/** @throws AppError `not-found`, `shortcut-taken`, `invalid-input` for an unknown team */
export async function changeReply(
  deps: Places,
  by: StaffRequest,
  shelf: Shelf,
  id: string,
  change: Partial<ReplyInput>,
): Promise<CannedReply> {
  return deps.sql.begin(async (tx) => {
    const before = await lockReply(tx, id, ownerOn(shelf, by));
    if (before === null) throw new AppError('not-found');
    const { teamId = before.teamId } = change;
    const changed = { ...before, teamId, ...guardedWords({ ...before, ...change }) };
    const after = await put(tx, by, changed, deps.clock.now());
    const { updatedAt: _old, ...was } = before;
    const { updatedAt: _new, ...is } = after;
    await audit(tx, by, 'canned-reply.changed', { kind: 'canned-reply', id }, changes(was, is));
    return replyView(after);
  });
}
