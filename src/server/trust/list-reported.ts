import type { ISql } from 'postgres';
import type { ReportedChannel, ReportedQuery } from '../../contract/official.ts';
import { reportedChannels } from './report-store.ts';

/** What customers reported as pretending to be us. */
export async function listReported(sql: ISql, query: ReportedQuery): Promise<ReportedChannel[]> {
  const rows = await reportedChannels(sql, query);
  return rows.map((row) => ({
    ...row,
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    reviewedAt: row.reviewedAt?.toISOString() ?? null,
  }));
}
