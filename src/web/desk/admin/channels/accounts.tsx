import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Network, networkNames, type OfficialAccount } from '../../../../contract/official.ts';
import { currentLocale } from '../../i18n.ts';
import classes from './accounts.module.css';

interface Props {
  accounts: readonly OfficialAccount[];
  fields: Record<string, string>;
  change: (accounts: OfficialAccount[]) => void;
}

/** The official accounts on social networks and messengers. */
export function Accounts({ accounts, fields, change }: Props) {
  const { t } = useTranslation();
  const set = (at: number, part: Partial<OfficialAccount>) =>
    change(accounts.map((each, i) => (i === at ? { ...each, ...part } : each)));
  const networks = Object.entries(networkNames).map(([value, names]) => ({
    value,
    label: names[currentLocale()],
  }));
  return (
    <fieldset aria-label={t('admin.channels.accounts')}>
      {accounts.map((account, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an account being edited has no identity but its place
        <div key={i} className={classes.account}>
          <Select
            comboboxProps={{ withinPortal: false }}
            label={t('admin.channels.network')}
            allowDeselect={false}
            data={networks}
            value={account.network}
            onChange={(value) => value && set(i, { network: value as Network })}
          />
          <TextInput
            label={t('admin.channels.handle')}
            value={account.handle}
            error={fields[`accounts.${i}.handle`]}
            onChange={(event) => set(i, { handle: event.currentTarget.value })}
          />
          <ActionIcon
            size="lg"
            variant="subtle"
            color="gray"
            aria-label={t('admin.channels.removeAccount', { handle: account.handle })}
            onClick={() => change(accounts.filter((_, at) => at !== i))}
          >
            <X size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<Plus size={14} />}
        onClick={() => change([...accounts, { network: 'wechat', handle: '' }])}
      >
        {t('admin.channels.addAccount')}
      </Button>
    </fieldset>
  );
}
