import type { ArticleContent } from '../../../contract/editing.ts';
import { locales } from '../../../contract/locale.ts';
import { AppError } from '../../platform/app-error.ts';

interface Missing {
  readonly path: string;
  readonly message: string;
}

/** What has to be written before customers may see an article; nothing when it is complete. */
export function whatIsMissing({ versions }: ArticleContent): Missing[] {
  const written = locales.filter((locale) => versions[locale] !== null);
  if (written.length === 0) return [{ path: 'content.versions', message: 'one language is needed' }];
  return written.flatMap((locale) =>
    (['title', 'answer'] as const)
      .filter((field) => versions[locale]?.[field] === '')
      .map((field) => ({ path: `content.versions.${locale}.${field}`, message: 'must not be empty' })),
  );
}

/** @throws AppError `invalid-input` naming every field that is missing */
export function refuseIncomplete(content: ArticleContent): void {
  const missing = whatIsMissing(content);
  if (missing.length === 0) return;
  throw new AppError('invalid-input', { fields: missing.map(({ path }) => path).join(', ') }, missing);
}
