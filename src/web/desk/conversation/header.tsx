import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { ArrowLeft, CircleCheck, Ellipsis, Hand, PanelRight, RotateCcw, UserRoundPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import { useMay, useMe } from '../session/me.ts';
import { WaitingClock } from '../ui/waiting-clock.tsx';
import { Company } from './company.tsx';
import classes from './header.module.css';
import { MoreMenu } from './more-menu.tsx';
import type { Acts } from './use-acts.ts';

interface Props {
  summary: ConversationSummary;
  acts: Acts;
  viewName: string;
  assign: () => void;
  panel: boolean;
  togglePanel: () => void;
}

function MainActs({ summary, acts, assign }: Pick<Props, 'summary' | 'acts' | 'assign'>) {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  if (summary.status === 'resolved') {
    return may('conversation.resolve') ? (
      <Button size="xs" variant="default" leftSection={<RotateCcw size={14} />} onClick={acts.reopen}>
        {t('acts.reopen')}
      </Button>
    ) : null;
  }
  const free = summary.agent === null;
  return (
    <>
      {may('conversation.claim') && free && (
        <Button size="xs" leftSection={<Hand size={14} />} onClick={acts.claim}>
          {t('acts.claim')}
        </Button>
      )}
      {may('conversation.assign') && (
        <Button
          size="xs"
          variant="default"
          leftSection={<UserRoundPlus size={14} />}
          onClick={assign}
          className={classes.assign}
        >
          {free || summary.agent?.id === me.id ? t('acts.assign') : summary.agent?.name}
        </Button>
      )}
      {may('conversation.resolve') && (
        <Button size="xs" variant="default" leftSection={<CircleCheck size={14} />} onClick={acts.resolve}>
          {t('acts.resolve')}
        </Button>
      )}
    </>
  );
}

/** Who this is, who else is here, and what can be done. */
export function Header(props: Props) {
  const { summary, acts, viewName, panel, togglePanel } = props;
  const { t } = useTranslation();
  return (
    <header className={classes.header}>
      <Link href={`/inbox/${viewName}`} className={classes.back} aria-label={t('common.back')}>
        <ArrowLeft size={18} aria-hidden="true" />
      </Link>
      <div className={classes.who}>
        <div className={classes.line}>
          <h1 className={classes.name}>{summary.customer.name || t('customer.unnamed')}</h1>
          {summary.status === 'resolved' && <span className={classes.status}>{t('status.resolved')}</span>}
          <WaitingClock row={summary} />
        </div>
        <Company id={summary.id} caseNumber={summary.caseNumber} />
      </div>
      <div className={classes.acts}>
        <MainActs {...props} />
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('acts.more')}>
              <Ellipsis size={18} />
            </ActionIcon>
          </Menu.Target>
          <MoreMenu summary={summary} acts={acts} />
        </Menu>
        <Tooltip label={t(panel ? 'customer.hide' : 'customer.show')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-pressed={panel}
            aria-label={t('customer.show')}
            onClick={togglePanel}
          >
            <PanelRight size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}
