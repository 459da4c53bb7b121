import type { Permission } from '../../../contract/roles.ts';

const sections = [
  { id: 'list', permission: 'article.edit' },
  { id: 'needs', permission: 'article.edit' },
  { id: 'questions', permission: 'article.edit' },
  { id: 'glossary', permission: 'article.publish' },
  { id: 'transfer', permission: 'article.edit' },
] as const satisfies readonly { id: string; permission: Permission }[];

export type ArticleSection = (typeof sections)[number]['id'];

/** The parts of the work on articles that somebody may use, in order. */
export const articleSections = (may: (permission: Permission) => boolean): ArticleSection[] =>
  sections.filter(({ permission }) => may(permission)).map(({ id }) => id);
