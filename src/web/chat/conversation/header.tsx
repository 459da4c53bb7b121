/** @jsxImportSource preact */

import type { z } from 'zod';
import type { PersonRef } from '../../../contract/events.ts';
import { BackIcon, DownloadIcon, PersonIcon, ShieldIcon } from '../ui/icons.tsx';
import { Menu } from '../ui/menu.tsx';
import { useWords } from '../words.ts';

interface HeaderProps {
  agent: z.infer<typeof PersonRef> | null;
  caseNumber: string;
  resolved: boolean;
  transcriptUrl(format: 'html' | 'text' | 'json' | 'signed'): string;
  checkUrl: string;
  onBack(): void;
  onVerify(): void;
  onEnd(): void;
}

const formats = [
  ['html', 'talk.transcriptHtml'],
  ['text', 'talk.transcriptText'],
  ['json', 'talk.transcriptJson'],
  ['signed', 'talk.transcriptSigned'],
] as const;

function Actions({
  resolved,
  transcriptUrl,
  checkUrl,
  onEnd,
}: Pick<HeaderProps, 'resolved' | 'transcriptUrl' | 'checkUrl' | 'onEnd'>) {
  const { t } = useWords();
  return (
    <Menu label={t('talk.menu')}>
      <p class="menu-title">
        <DownloadIcon />
        {t('talk.transcript')}
      </p>
      {formats.map(([format, key]) => (
        <a key={format} href={transcriptUrl(format)} target="_blank" rel="noopener">
          {t(key)}
        </a>
      ))}
      <a href={checkUrl} target="_blank" rel="noopener">
        {t('talk.check')}
      </a>
      {resolved ? null : (
        <button type="button" class="menu-end" onClick={onEnd}>
          {t('talk.end')}
        </button>
      )}
    </Menu>
  );
}

/** Whom the customer talks with: name and staff number, so that they can be asked for and checked. */
export function Header(props: HeaderProps) {
  const { agent, caseNumber, resolved, onBack, onVerify } = props;
  const { t } = useWords();
  return (
    <header class="talk-header">
      <button type="button" class="round" onClick={onBack} aria-label={t('talk.back')} title={t('talk.back')}>
        <BackIcon />
      </button>
      <span class="face" aria-hidden="true">
        {agent === null ? <PersonIcon /> : [...agent.name][0]}
      </span>
      <div class="talk-who">
        <h2 tabIndex={-1}>{agent === null ? t('talk.waiting') : agent.name}</h2>
        <p>
          {agent === null ? null : <span>{t('talk.staffNumber', { number: agent.staffNumber })}</span>}
          {caseNumber === '' ? null : <span>{t('talk.case', { number: caseNumber })}</span>}
        </p>
      </div>
      {agent === null || resolved ? null : (
        <button type="button" class="verify" onClick={onVerify}>
          <ShieldIcon />
          {t('talk.verify')}
        </button>
      )}
      <Actions {...props} />
    </header>
  );
}
