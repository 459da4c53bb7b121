import { Table } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { type LucideIcon, Rows3 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Empty, Failed, SkeletonRows } from '../../ui/state.tsx';
import classes from './data-table.module.css';

export interface Column<T> {
  readonly name: string;
  readonly cell: (row: T) => ReactNode;
  /** A column of buttons: its name is for screen readers only. */
  readonly actions?: boolean;
}

interface Props<T> {
  query: Pick<UseQueryResult<{ rows: T[] }>, 'data' | 'isPending' | 'isError' | 'error' | 'refetch'>;
  columns: readonly Column<T>[];
  rowKey: (row: T) => string;
  empty: string;
  emptyHint?: string;
  icon?: LucideIcon;
  faded?: (row: T) => boolean;
}

/** A table of the administration with its states: loading, failed, empty, rows. */
export function DataTable<T>({ query, columns, rowKey, empty, emptyHint, icon = Rows3, faded }: Props<T>) {
  if (query.isPending) return <SkeletonRows count={6} height={44} />;
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  const rows = query.data?.rows ?? [];
  if (rows.length === 0) return <Empty icon={icon} title={empty} hint={emptyHint} />;
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table verticalSpacing="xs" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ name, actions }) => (
              <Table.Th key={name}>
                {actions ? <span className="visually-hidden">{name}</span> : name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)} data-faded={faded?.(row) || undefined}>
              {columns.map(({ name, cell, actions }) => (
                <Table.Td key={name} data-actions={actions || undefined}>
                  {cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
