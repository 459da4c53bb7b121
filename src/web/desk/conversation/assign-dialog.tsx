import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { UsersRound } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import { useMe } from '../session/me.ts';
import { ChoiceList } from '../ui/choice-list.tsx';
import { Person } from '../ui/person.tsx';
import classes from './assign-dialog.module.css';
import { agentsQuery, teamsQuery } from './people.ts';
import { answers } from './roles.ts';
import type { Acts } from './use-acts.ts';

interface Choice {
  id: string;
  name: string;
  detail: string;
  mark: React.ReactNode;
  choose: () => void;
}

/** Whom the conversation can be given to: people who answer (the free and present first), then teams. */
function useChoices(summary: ConversationSummary, acts: Acts): Choice[] {
  const { t } = useTranslation();
  const me = useMe();
  const { data: agents = [] } = useQuery(agentsQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  return useMemo(() => {
    const presence = { online: 0, busy: 1, away: 2 };
    const people = agents
      .filter(({ id, role }) => id !== summary.agent?.id && answers(role))
      .sort(
        (a, b) =>
          Number(b.connected) - Number(a.connected) ||
          presence[a.presence] - presence[b.presence] ||
          a.open - b.open,
      )
      .map(({ id, name, staffNumber, presence, connected, open, capacity }) => ({
        id,
        name: id === me.id ? t('assign.me', { name }) : name,
        detail: `${staffNumber} · ${t(`presence.${connected ? presence : 'away'}`)} · ${open}/${capacity}`,
        mark: <Person name={name} kind="agent" presence={connected ? presence : 'away'} />,
        choose: () => acts.assign({ agentId: id, teamId: null }, name),
      }));
    const groups = teams.map(({ id, name, memberIds }) => ({
      id,
      name,
      detail: t('assign.members', { count: memberIds.length }),
      mark: <UsersRound size={20} aria-hidden="true" className={classes.team} />,
      choose: () => acts.assign({ agentId: null, teamId: id }, name),
    }));
    return [...people, ...groups];
  }, [agents, teams, summary.agent?.id, me.id, t, acts]);
}

/** Gives the conversation to a colleague or a team: type a few letters, Enter. */
export function AssignDialog({
  summary,
  acts,
  close,
}: {
  summary: ConversationSummary;
  acts: Acts;
  close: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const all = useChoices(summary, acts);
  const wanted = text.trim().toLowerCase();
  const choices = all.filter(({ name, detail }) => `${name} ${detail}`.toLowerCase().includes(wanted));
  return (
    <Modal
      opened
      onClose={close}
      title={t('assign.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ChoiceList
        label={t('assign.search')}
        text={text}
        onText={setText}
        choices={choices}
        empty={t('assign.nobody')}
        choose={(choice) => {
          choice.choose();
          close();
        }}
        draw={({ name, detail, mark }) => (
          <span className={classes.choice}>
            {mark}
            <span className={classes.name}>{name}</span>
            <span className={classes.detail}>{detail}</span>
          </span>
        )}
      />
    </Modal>
  );
}
