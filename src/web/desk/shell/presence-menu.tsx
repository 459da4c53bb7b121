import { Menu, UnstyledButton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Check, LogOut, UserCog } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Presence } from '../../../contract/staff.ts';
import { put } from '../api/client.ts';
import { agentsQuery } from '../conversation/people.ts';
import { signOut, useMay, useMe, usePatchMe } from '../session/me.ts';
import { Person } from '../ui/person.tsx';
import { useFailureText } from '../ui/state.tsx';
import { sayFailed } from '../ui/toast.tsx';
import classes from './presence-menu.module.css';

const presences: readonly Presence[] = ['online', 'busy', 'away'];

/** Switches one's presence; shown at once, taken back when the server refuses. */
export function useSetPresence(): (presence: Presence) => void {
  const me = useMe();
  const patchMe = usePatchMe();
  const failure = useFailureText();
  const change = useMutation({
    mutationFn: (presence: Presence) => put('/api/desk/me/presence', { presence }),
    onMutate: (presence) => patchMe({ presence }),
    onError: (error) => {
      patchMe({ presence: me.presence });
      sayFailed(failure(error));
    },
  });
  return change.mutate;
}

/** Who is signed in, how present they are, and how full their hands are. */
export function PresenceMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const setPresence = useSetPresence();
  const { data: agents } = useQuery({ ...agentsQuery, enabled: may('presence.set') });
  const open = agents?.find(({ id }) => id === me.id)?.open ?? 0;
  return (
    <Menu position="top-start">
      <Menu.Target>
        <UnstyledButton className={classes.me}>
          <Person
            name={me.displayName}
            kind="agent"
            presence={may('presence.set') ? me.presence : undefined}
          />
          <span className={classes.words}>
            <span className={classes.name}>{me.displayName}</span>
            <span className={classes.detail}>
              {may('presence.set')
                ? `${t(`presence.${me.presence}`)} · ${open}/${me.capacity}`
                : me.staffNumber}
            </span>
            <span className="visually-hidden">{t('me.menu')}</span>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('me.staffNumber', { number: me.staffNumber })}</Menu.Label>
        {may('presence.set') &&
          presences.map((presence) => (
            <Menu.Item
              key={presence}
              leftSection={<span className={classes.dot} data-presence={presence} />}
              rightSection={
                me.presence === presence ? <Check size={14} aria-label={t('common.selected')} /> : null
              }
              onClick={() => setPresence(presence)}
            >
              {t(`presence.${presence}`)}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item component={Link} href="/account" leftSection={<UserCog size={16} />}>
          {t('account.title')}
        </Menu.Item>
        <Menu.Item leftSection={<LogOut size={16} />} onClick={() => void signOut()}>
          {t('me.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
