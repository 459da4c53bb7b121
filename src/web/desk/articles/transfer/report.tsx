import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ImportReport, ImportRow } from '../../../../contract/transfer.ts';
import { editorHref } from '../queries.ts';
import classes from './transfer.module.css';

const outcomes = ['added', 'changed', 'unchanged', 'refused'] as const;

function Reasons({ row: { fields, faults } }: { row: ImportRow }) {
  const { t } = useTranslation();
  if (faults.length === 0) return <span className={classes.fields}>{fields.join(' · ')}</span>;
  return (
    <ul className={classes.reasons}>
      {faults.map(({ source, line, field, message }) => (
        <li key={`${source}:${line}:${field}`}>
          {source && <code>{source}</code>} {t('articles.transfer.line', { line })} · <code>{field}</code>{' '}
          {message}
        </li>
      ))}
    </ul>
  );
}

/** What a file would do or did, an article a row; those that cannot be taken stand first. */
export function Report({ name, report }: { name: string; report: ImportReport }) {
  const { t } = useTranslation();
  const { dryRun, rows } = report;
  return (
    <div className={classes.report}>
      <p role="status" className={classes.summary}>
        <strong>{t(dryRun ? 'articles.transfer.would' : 'articles.transfer.did', { name })}</strong>{' '}
        {outcomes
          .map((outcome) => t(`articles.transfer.counts.${outcome}`, { count: report[outcome] }))
          .join(' · ')}
      </p>
      {rows.length > 0 && (
        <Table.ScrollContainer minWidth={480}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('articles.transfer.article')}</Table.Th>
                <Table.Th>{t('articles.transfer.outcome')}</Table.Th>
                <Table.Th>{t('articles.transfer.what')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={`${row.id}:${row.source}:${row.line}`}>
                  <Table.Td className={classes.id}>
                    {row.id !== null &&
                    (row.outcome === 'changed' || (row.outcome === 'added' && !dryRun)) ? (
                      <Link href={editorHref(row.id)}>{row.id}</Link>
                    ) : (
                      (row.id ?? '—')
                    )}
                  </Table.Td>
                  <Table.Td data-outcome={row.outcome} className={classes.outcome}>
                    {t(`articles.transfer.outcomes.${row.outcome}`)}
                  </Table.Td>
                  <Table.Td>
                    <Reasons row={row} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </div>
  );
}
