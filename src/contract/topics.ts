import { z } from 'zod';
import { Id } from './ids.ts';
import { Skill } from './skills.ts';
import { printable } from './text.ts';

/** A topic's id is part of addresses (`/help/payments`), so it is short, plain and never changes. */
export const TopicId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens')
  .max(40);

const TopicText = z.object({
  name: printable(40).min(1),
  description: printable(200),
});
export const TopicTexts = z.object({ 'zh-CN': TopicText, en: TopicText });

/** A topic in the caller's language, as the centre shows it. */
export const Topic = z.object({
  id: z.string(),
  icon: z.string().describe('Name of a Lucide icon'),
  urgent: z.boolean().describe('Belongs in the emergency lane'),
  name: z.string(),
  description: z.string(),
});
export type Topic = z.infer<typeof Topic>;

const fields = {
  icon: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be the name of a Lucide icon'),
  urgent: z.boolean(),
  position: z.int().min(0).max(10_000).describe('Order on the page, lowest first'),
  texts: TopicTexts,
  teamId: Id.nullable().describe('The team that answers; null: whoever is free'),
  skills: z.array(Skill).max(10).describe('What an agent must know for it'),
};

export const NewTopic = z.object({
  id: TopicId,
  ...fields,
  teamId: fields.teamId.default(null),
  skills: fields.skills.default([]),
});
export type NewTopic = z.infer<typeof NewTopic>;
export const ChangeTopic = z.object({ ...fields, archived: z.boolean() }).partial();
export type ChangeTopic = z.infer<typeof ChangeTopic>;

/** A topic as editors see it. */
export const EditableTopic = NewTopic.extend({ archivedAt: z.iso.datetime().nullable() });
export type EditableTopic = z.infer<typeof EditableTopic>;
