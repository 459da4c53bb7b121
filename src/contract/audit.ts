import { z } from 'zod';
import { Id } from './ids.ts';
import { printable } from './text.ts';

/** Everything staff can do that leaves a line, as `noun.happened`. */
export const auditActions = [
  'session.started',
  'session.ended',
  'session.confirmed',
  'account.locked',
  'password.reset-requested',
  'password.chosen',
  'password.changed',
  'totp.started',
  'totp.enabled',
  'totp.disabled',
  'profile.changed',
  'presence.set',
  'setup.completed',
  'staff.invited',
  'staff.invitation-renewed',
  'staff.changed',
  'staff.disabled',
  'staff.enabled',
  'staff.totp-removed',
  'staff.sessions-ended',
  'team.created',
  'team.changed',
  'team.archived',
  'topic.created',
  'topic.changed',
  'canned-reply.created',
  'canned-reply.changed',
  'canned-reply.deleted',
  'hours.set',
  'hours.removed',
  'brand.set',
  'launcher.set',
  'channels.set',
  'report.reviewed',
  'conversation.claimed',
  'conversation.assigned',
  'conversation.handed-back',
  'conversation.returned',
  'offer.missed',
  'queue.set',
  'conversation.resolved',
  'conversation.reopened',
  'conversation.tagged',
  'conversation.prioritised',
  'message.posted',
  'message.refused',
  'message.redacted',
  'note.added',
  'transcript.taken',
  'attachment.uploaded',
  'attachment.redacted',
  'article.created',
  'article.changed',
  'article.published',
  'article.archived',
  'article.unarchived',
  'article.kept',
  'article.submitted',
  'article.returned',
  'article.scheduled',
  'article.unscheduled',
  'article.restored',
  'article.renamed',
  'article.exported',
  'article.imported',
  'picture.added',
  'term.created',
  'term.changed',
  'term.archived',
  'term.unarchived',
  'article.questions-added',
  'questions.refused',
  'questions.put-back',
  'questions.put-away',
  'questions.brought-back',
] as const;
export const AuditAction = z.enum(auditActions);
export type AuditAction = z.infer<typeof AuditAction>;

/** One line: who did what, to what, when and from where. */
export const AuditLine = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  staffId: Id.nullable(),
  staffName: z.string(),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string().nullable() }),
  detail: z.record(z.string(), z.unknown()),
  ip: z.string(),
});
export type AuditLine = z.infer<typeof AuditLine>;

export const AuditQuery = z.object({
  staff: Id.optional(),
  action: AuditAction.optional(),
  kind: printable(40).optional().describe('Kind of subject, such as conversation'),
  subject: printable(100).optional().describe('Id of the subject'),
  from: z.iso.datetime({ offset: true }).optional().describe('Inclusive'),
  to: z.iso.datetime({ offset: true }).optional().describe('Exclusive'),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditPage = z.object({ rows: z.array(AuditLine), next: z.string().nullable() });
