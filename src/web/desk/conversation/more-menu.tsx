import { Menu } from '@mantine/core';
import { Check, Copy, FileDown, Hand, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import type { Priority } from '../../../contract/events.ts';
import { currentLocale } from '../i18n.ts';
import { useMay, useMe } from '../session/me.ts';
import { say } from '../ui/toast.tsx';
import type { Acts } from './use-acts.ts';

const priorities: readonly Priority[] = ['P1', 'P2', 'normal'];

function Transcripts({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Menu.Label>{t('acts.transcript')}</Menu.Label>
      {(['html', 'text', 'json'] as const).map((format) => (
        <Menu.Item
          key={format}
          component="a"
          href={`/api/desk/conversations/${id}/transcript?format=${format}&lang=${currentLocale()}`}
          target="_blank"
          leftSection={<FileDown size={16} />}
        >
          {t(`acts.as.${format}`)}
        </Menu.Item>
      ))}
    </>
  );
}

/** What is done less often: hand back, take over, priority, case number, transcript. */
export function MoreMenu({ summary, acts }: { summary: ConversationSummary; acts: Acts }) {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const open = summary.status === 'open';
  const held = summary.agent !== null;
  return (
    <Menu.Dropdown>
      {open && held && summary.agent?.id !== me.id && may('conversation.takeOver') && (
        <Menu.Item leftSection={<Hand size={16} />} onClick={acts.claim}>
          {t('acts.takeOver')}
        </Menu.Item>
      )}
      {open && held && may('conversation.assign') && (
        <Menu.Item leftSection={<Undo2 size={16} />} onClick={acts.handBack}>
          {t('acts.handBack')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<Copy size={16} />}
        onClick={() =>
          void navigator.clipboard?.writeText(summary.caseNumber).then(() => say(t('acts.copied')))
        }
      >
        {t('acts.copyNumber', { number: summary.caseNumber })}
      </Menu.Item>
      {open && may('conversation.tag') && (
        <>
          <Menu.Label>{t('priority.title')}</Menu.Label>
          {priorities.map((priority) => (
            <Menu.Item
              key={priority}
              rightSection={
                summary.priority === priority ? <Check size={14} aria-label={t('common.selected')} /> : null
              }
              onClick={() => acts.setPriority(priority)}
            >
              {t(`priority.${priority}`)}
            </Menu.Item>
          ))}
        </>
      )}
      <Transcripts id={summary.id} />
    </Menu.Dropdown>
  );
}
