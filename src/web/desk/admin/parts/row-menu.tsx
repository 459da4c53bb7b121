import { ActionIcon, Menu } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';

export interface RowAct {
  readonly label: string;
  readonly run: () => void;
  readonly danger?: boolean;
}

/** What can be done to a row. */
export function RowMenu({ name, acts }: { name: string; acts: readonly RowAct[] }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('admin.actionsFor', { name })}>
          <Ellipsis size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map(({ label, run, danger }) => (
          <Menu.Item key={label} onClick={run} {...(danger ? { color: 'red' } : {})}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
