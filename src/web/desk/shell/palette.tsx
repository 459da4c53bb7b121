import '@mantine/spotlight/styles.layer.css';
import {
  createSpotlight,
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
} from '@mantine/spotlight';
import { Search } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Command, useCommands } from '../keyboard/commands.ts';
import { navigateTo } from './navigate.ts';
import classes from './palette.module.css';
import { usePlaces } from './places.ts';

const [store, spotlight] = createSpotlight();

const actionOf = ({ id, label, keys, run }: Command): SpotlightActionData => ({
  id,
  label,
  onClick: run,
  rightSection: keys ? <kbd>{keys}</kbd> : undefined,
});

function grouped(commands: readonly Command[]): SpotlightActionGroupData[] {
  const groups = new Map<string, SpotlightActionData[]>();
  for (const command of commands)
    groups.set(command.group, [...(groups.get(command.group) ?? []), actionOf(command)]);
  return [...groups].map(([group, actions]) => ({ group, actions }));
}

/** Everything that can be done here, found by typing a few letters of it; what is no command is searched for. */
export function Palette({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const here = useCommands();
  const places = usePlaces();
  useEffect(() => spotlight.open(), []);
  const actions = useMemo(() => {
    const groups = grouped([...here, ...places]);
    if (text.trim() === '') return groups;
    const run = () => navigateTo(`/search?q=${encodeURIComponent(text.trim())}`);
    return [
      ...groups,
      {
        group: t('search.title'),
        actions: [{ id: 'search', label: t('palette.searchFor', { text }), keywords: text, onClick: run }],
      },
    ];
  }, [here, places, text, t]);
  return (
    <Spotlight
      forceOpened
      store={store}
      attributes={{ content: { 'aria-label': t('palette.open') } }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      transitionProps={{ duration: 100 }}
      actions={actions}
      query={text}
      onQueryChange={setText}
      shortcut={null}
      highlightQuery
      scrollable
      maxHeight={420}
      nothingFound={t('palette.nothing')}
      onSpotlightClose={close}
      searchProps={{
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
        leftSection: <Search size={18} aria-hidden="true" />,
      }}
      classNames={{ action: classes.action, actionsGroup: classes.group, actionSection: classes.keys }}
    />
  );
}
