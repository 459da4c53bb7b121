import { z } from 'zod';
import { Id } from './ids.ts';

/** A picture of an article, as it is written in Markdown: `![what it shows](href)`. */
export const ArticlePicture = z.object({
  id: Id,
  href: z.string().describe('Holds the size, so that a page keeps its place before the picture is there'),
  width: z.int(),
  height: z.int(),
});
export type ArticlePicture = z.infer<typeof ArticlePicture>;
