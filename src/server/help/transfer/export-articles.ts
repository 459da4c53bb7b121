import type { ArticleContent } from '../../../contract/editing.ts';
import { locales } from '../../../contract/locale.ts';
import type { TransferFormat } from '../../../contract/transfer.ts';
import type { StaffRequest } from '../../agents/request-staff.ts';
import { audit } from '../../audit/audit.ts';
import type { Deps } from '../../deps.ts';
import { picturesOf } from './carry-pictures.ts';
import { formats, type Outgoing } from './formats.ts';
import { contentsInUse, emailsById } from './store.ts';

/** A working copy as it leaves; `emails` are those of its possible owners, by id. */
export function outgoing(id: string, content: ArticleContent, emails: ReadonlyMap<string, string>): Outgoing {
  const { topic, position, contact, ownerId, related, terms, versions } = content;
  const owner = ownerId === null ? null : (emails.get(ownerId) ?? null);
  const written = locales.flatMap((locale) => {
    const text = versions[locale];
    return text === null ? [] : [[locale, text] as const];
  });
  return {
    id,
    settings: { topic, position, contact, owner, related, terms },
    versions: Object.fromEntries(written),
  };
}

/** Everything that is in use, as it is being written: what an import of the same would leave as it is. */
export async function exportArticles(
  { sql, files }: Pick<Deps, 'sql' | 'files'>,
  format: TransferFormat,
): Promise<Buffer> {
  const [contents, emails] = await Promise.all([contentsInUse(sql), emailsById(sql)]);
  const articles = contents.map(({ id, content }) => outgoing(id, content, emails));
  return formats[format].write(articles, picturesOf({ sql, files }, articles));
}

/** The same for somebody at the desk, with its line in the audit. */
export async function takeExport(
  deps: Pick<Deps, 'sql' | 'files'>,
  by: StaffRequest,
  format: TransferFormat,
): Promise<Buffer> {
  const content = await exportArticles(deps, format);
  await audit(deps.sql, by, 'article.exported', { kind: 'article', id: null }, { format });
  return content;
}
