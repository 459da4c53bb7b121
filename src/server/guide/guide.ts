/** The guided path for somebody who does not know where to start: short questions that end at an article or a person. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Slug } from '../../contract/help.ts';
import type { Locale } from '../../contract/locale.ts';
import { contentFolder } from '../help/read-content.ts';

const Words = z.object({ zh: z.string().min(1), en: z.string().min(1) });
export type GuideWords = z.infer<typeof Words>;

/** Where an answer leads. `person`: what the customer says to them, so that nothing is typed; `urgent`: past the queue. */
const Way = z.union([
  z.strictObject({ step: Slug }),
  z.strictObject({ article: Slug }),
  z.strictObject({ person: Words, topic: Slug, urgent: z.boolean().default(false) }),
]);
export type GuideWay = z.infer<typeof Way>;

const Step = z.strictObject({
  id: Slug,
  question: Words,
  /** Said where a person is the better way: honestly, before any article. */
  personFirst: Words.optional(),
  choices: z.array(z.strictObject({ label: Words, to: Way })).min(2),
});
export type GuideStep = z.infer<typeof Step>;

export interface Guide {
  readonly first: GuideStep;
  readonly steps: ReadonlyMap<string, GuideStep>;
}

/**
 * Reads the guide of the content folder.
 * @throws when a step leads to a step that is not there, or cannot be reached
 */
export async function readGuide(folder = contentFolder): Promise<Guide> {
  const all = z
    .array(Step)
    .min(1)
    .parse(JSON.parse(await readFile(join(folder, 'guide.json'), 'utf8')));
  const steps = new Map(all.map((step) => [step.id, step]));
  const first = all[0] as GuideStep;
  const reached = new Set([first.id]);
  for (const id of reached) {
    for (const { to } of steps.get(id)?.choices ?? []) {
      if (!('step' in to)) continue;
      if (!steps.has(to.step)) throw new Error(`guide.json: ${id} leads to ${to.step}, which is not there`);
      reached.add(to.step);
    }
  }
  const lost = all.find(({ id }) => !reached.has(id));
  if (lost !== undefined) throw new Error(`guide.json: nothing leads to ${lost.id}`);
  return { first, steps };
}

let known: Promise<Guide> | null = null;

/** The guide; read once. */
export function openGuide(): Promise<Guide> {
  known ??= readGuide();
  return known;
}

export const wordsIn = (words: GuideWords, locale: Locale): string => (locale === 'en' ? words.en : words.zh);
