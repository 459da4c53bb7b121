import type { Permission } from '../../../contract/roles.ts';

const sections = [
  { id: 'staff', permission: 'staff.manage' },
  { id: 'teams', permission: 'team.manage' },
  { id: 'topics', permission: 'topic.manage' },
  { id: 'queue', permission: 'queue.manage' },
  { id: 'canned', permission: 'canned.manage' },
  { id: 'hours', permission: 'hours.manage' },
  { id: 'brand', permission: 'brand.manage' },
  { id: 'channels', permission: 'channel.manage' },
  { id: 'launcher', permission: 'launcher.manage' },
  { id: 'reports', permission: 'report.review' },
  { id: 'audit', permission: 'audit.read' },
] as const satisfies readonly { id: string; permission: Permission }[];

export type AdminSection = (typeof sections)[number]['id'];

/** The parts of the administration that somebody may use, in order. */
export const adminSections = (may: (permission: Permission) => boolean): AdminSection[] =>
  sections.filter(({ permission }) => may(permission)).map(({ id }) => id);
