import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Priority } from '../../contract/events.ts';
import { type Locale, locales } from '../../contract/locale.ts';

const writer = z.string().optional();

/** One line of a story: somebody writes, or an agent hands over, or an agent resolves. */
const Line = z.union([
  z.strictObject({ c: z.string(), picture: z.literal(true).optional(), pdf: z.literal(true).optional() }),
  z.strictObject({ a: z.string(), by: writer }),
  z.strictObject({ n: z.string(), by: writer }),
  z.strictObject({ to: z.string(), by: writer }),
  z.strictObject({ resolve: z.literal(true) }),
]);
export type Line = z.infer<typeof Line>;

const Story = z.strictObject({
  topic: z.string(),
  agent: z.string().optional().describe('Key of who answers; left out while nobody does'),
  team: z.string().optional(),
  priority: Priority.optional(),
  tags: z.array(z.string()).default([]),
  ends: z.enum(['waiting', 'open', 'resolved', 'reopened']),
  ago: z
    .string()
    .regex(/^\d+[mhd]$/)
    .describe('How long ago its last line was: 5m, 2h, 3d'),
  account: z.boolean().default(false).describe('The customer gave their account'),
  transaction: z.boolean().default(false),
  lines: z.array(Line).min(1),
});
export type Story = z.infer<typeof Story> & { locale: Locale };

const minutes = { m: 1, h: 60, d: 1440 } as const;

/** `2h` as minutes. */
export const minutesOf = (ago: string): number =>
  Number.parseInt(ago, 10) * minutes[ago.slice(-1) as keyof typeof minutes];

/** The conversations of the demonstration as they are written down, both languages. */
export async function readStories(folder = join(import.meta.dirname, 'stories')): Promise<Story[]> {
  const read = async (locale: Locale) => {
    const text = await readFile(join(folder, `${locale}.yaml`), 'utf8');
    return z
      .array(Story)
      .parse(parse(text))
      .map((story) => ({ ...story, locale }));
  };
  return (await Promise.all(locales.map(read))).flat();
}
