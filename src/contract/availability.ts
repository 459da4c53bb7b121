import { z } from 'zod';
import { Period } from './hours.ts';

/** Which ways of contact work at this minute. Instants are UTC; periods are wall-clock times in `timeZone`. */
export const Availability = z.object({
  now: z.iso.datetime(),
  timeZone: z.string(),
  chat: z.object({
    state: z.enum(['online', 'offline']),
    reason: z
      .enum(['open', 'closed', 'nobody'])
      .describe('nobody: within the hours, but no agent is there just now'),
    opensAt: z.iso.datetime().nullable().describe('When closed: the next opening; null when none is planned'),
    closesAt: z.iso.datetime().nullable(),
  }),
  phone: z.object({
    state: z.enum(['open', 'closed', 'none']).describe('none: no telephone number is set'),
    opensAt: z.iso.datetime().nullable(),
    closesAt: z.iso.datetime().nullable(),
    numbers: z.array(z.string()),
  }),
  email: z.object({
    state: z.enum(['open', 'none']),
    addresses: z.array(z.string()),
    replyWithinHours: z.int(),
  }),
  hoursToday: z.object({ chat: z.array(Period), phone: z.array(Period) }),
  holiday: z
    .object({ 'zh-CN': z.string(), en: z.string() })
    .nullable()
    .describe('Name of today’s exception in the chat hours'),
});
export type Availability = z.infer<typeof Availability>;
