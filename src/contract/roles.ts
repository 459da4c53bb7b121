import { z } from 'zod';

export const roles = ['admin', 'supervisor', 'senior', 'agent', 'editor'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/**
 * The one permission table: what each role may do. The server enforces it, the desk hides what it refuses.
 * An admin's list is spelled out like any other, so that a new permission is granted on purpose.
 */
export const permissions = {
  'conversation.read': ['admin', 'supervisor', 'senior', 'agent'],
  'conversation.reply': ['admin', 'supervisor', 'senior', 'agent'],
  'conversation.note': ['admin', 'supervisor', 'senior', 'agent'],
  'conversation.claim': ['admin', 'supervisor', 'senior', 'agent'],
  'conversation.assign': ['admin', 'supervisor', 'senior', 'agent'],
  'conversation.takeOver': ['admin', 'supervisor', 'senior'],
  'conversation.resolve': ['admin', 'supervisor', 'senior', 'agent'],
  'message.redact': ['admin', 'supervisor', 'senior', 'agent'],
  'conversation.tag': ['admin', 'supervisor', 'senior', 'agent'],
  'customer.read': ['admin', 'supervisor', 'senior', 'agent'],
  'queue.read': ['admin', 'supervisor', 'senior', 'agent'],
  'queue.manage': ['admin', 'supervisor'],
  'search.use': ['admin', 'supervisor', 'senior', 'agent'],
  'presence.set': ['admin', 'supervisor', 'senior', 'agent'],
  'canned.manage': ['admin', 'supervisor', 'senior'],
  'article.read': ['admin', 'supervisor', 'senior', 'agent', 'editor'],
  // Who knows an answer best may write it down; what customers read is published by whoever answers for it.
  'article.edit': ['admin', 'supervisor', 'senior', 'editor'],
  'article.publish': ['admin', 'supervisor', 'editor'],
  'staff.read': ['admin', 'supervisor', 'senior', 'agent', 'editor'],
  'staff.manage': ['admin'],
  'team.manage': ['admin', 'supervisor'],
  'topic.manage': ['admin', 'supervisor', 'editor'],
  'hours.manage': ['admin', 'supervisor'],
  'brand.manage': ['admin'],
  'channel.manage': ['admin'],
  'launcher.manage': ['admin'],
  'report.review': ['admin', 'supervisor', 'senior'],
  'audit.read': ['admin', 'supervisor'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Whether `role` holds `permission`. */
export function may(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role);
}
