import { z } from 'zod';

/** How articles leave a centre and come to one: Markdown files in an archive, lines of a spreadsheet, JSON. */
export const TransferFormat = z.enum(['zip', 'csv', 'json']);
export type TransferFormat = z.infer<typeof TransferFormat>;

export const ExportQuery = z.object({ format: TransferFormat.default('zip') });

export const ImportQuery = z.object({
  dryRun: z.stringbool().default(true).describe('Only say what would happen'),
  publish: z.stringbool().default(false).describe('Publish what is added or changed'),
});

/** What became, or would become, of an article of the file. */
export const ImportRow = z.object({
  id: z.string().nullable().describe('Null where the file does not say whose the fault is'),
  source: z.string().describe('The file in the archive; empty for other formats'),
  line: z.int(),
  outcome: z.enum(['added', 'changed', 'refused']),
  fields: z.array(z.string()).describe('What changes, by path'),
  faults: z
    .array(z.object({ source: z.string(), line: z.int(), field: z.string(), message: z.string() }))
    .describe('Why it is refused; where it is not, what of it is left out'),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportReport = z.object({
  dryRun: z.boolean(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  rows: z.array(ImportRow).describe('All but what stays as it is, refused ones first; the first 1,000'),
});
export type ImportReport = z.infer<typeof ImportReport>;
