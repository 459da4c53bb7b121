import { z } from 'zod';
import { Id } from './ids.ts';
import { Assignment } from './queue.ts';
import { printable, wording } from './text.ts';

export const Team = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  memberIds: z.array(Id),
  assignment: Assignment,
});
export type Team = z.infer<typeof Team>;

const fields = {
  name: printable(60).min(1),
  description: wording(500),
  memberIds: z.array(Id).max(500),
  assignment: Assignment,
};

export const NewTeam = z.object(fields).partial({
  description: true,
  memberIds: true,
  assignment: true,
});
export type NewTeam = z.infer<typeof NewTeam>;
export const ChangeTeam = z.object(fields).partial();
export type ChangeTeam = z.infer<typeof ChangeTeam>;
