import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { GlossaryTerm } from '../../contract/glossary.ts';
import { Slug } from '../../contract/help.ts';
import { type Locale, locales } from '../../contract/locale.ts';
import { contentFolder } from '../help/read-content.ts';

const TermWords = z.object({
  term: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  meaning: z.string().min(1),
});
const Terms = z.array(z.object({ id: Slug, zh: TermWords, en: TermWords }));

const byTerm: Record<Locale, Intl.Collator> = {
  'zh-CN': new Intl.Collator('zh-CN-u-co-pinyin'),
  en: new Intl.Collator('en'),
};

/** The glossary of the content folder in each language, in the order of its terms there. */
export async function readGlossary(folder = contentFolder): Promise<Record<Locale, readonly GlossaryTerm[]>> {
  const all = Terms.parse(JSON.parse(await readFile(join(folder, 'glossary.json'), 'utf8')));
  const inLocale = (locale: Locale): GlossaryTerm[] =>
    all
      .map(({ id, zh, en }) => ({ id, ...(locale === 'en' ? en : zh) }))
      .sort((a, b) => byTerm[locale].compare(a.term, b.term));
  return Object.fromEntries(locales.map((locale) => [locale, inLocale(locale)])) as Record<
    Locale,
    GlossaryTerm[]
  >;
}

let known: ReturnType<typeof readGlossary> | null = null;

/** The terms in a language; read once. */
export async function glossaryIn(locale: Locale): Promise<readonly GlossaryTerm[]> {
  known ??= readGlossary();
  return (await known)[locale];
}
