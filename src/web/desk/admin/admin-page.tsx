import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/CheckboxIndicator.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/FloatingIndicator.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/NumberInput.layer.css';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import '@mantine/core/styles/SegmentedControl.layer.css';
import '@mantine/core/styles/Switch.layer.css';
import '@mantine/core/styles/Table.layer.css';
import { Lock } from 'lucide-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect } from 'wouter';
import { useMay } from '../session/me.ts';
import { useTitle } from '../shell/brand.ts';
import { Sectioned } from '../ui/sectioned.tsx';
import { Empty } from '../ui/state.tsx';
import { AuditSection } from './audit/audit-section.tsx';
import { BrandSection } from './brand/brand-section.tsx';
import { CannedSection } from './canned/canned-section.tsx';
import { ChannelsSection } from './channels/channels-section.tsx';
import { HoursSection } from './hours/hours-section.tsx';
import { LauncherSection } from './launcher/launcher-section.tsx';
import { QueueSection } from './queue/queue-section.tsx';
import { ReportsSection } from './reports/reports-section.tsx';
import { type AdminSection, adminSections } from './sections.ts';
import { StaffSection } from './staff/staff-section.tsx';
import { TeamsSection } from './teams/teams-section.tsx';
import { TopicsSection } from './topics/topics-section.tsx';

const views: Record<AdminSection, ComponentType> = {
  staff: StaffSection,
  teams: TeamsSection,
  topics: TopicsSection,
  queue: QueueSection,
  canned: CannedSection,
  hours: HoursSection,
  brand: BrandSection,
  channels: ChannelsSection,
  launcher: LauncherSection,
  reports: ReportsSection,
  audit: AuditSection,
};

/** The administration: what this person's role may change, one part at a time. */
export function AdminPage({ section }: { section: string | null }) {
  const { t } = useTranslation();
  const allowed = adminSections(useMay());
  useTitle(t('admin.title'), 0);
  const [first] = allowed;
  if (first === undefined)
    return <Empty icon={Lock} title={t('state.forbidden')} hint={t('state.forbiddenHint')} />;
  const current = allowed.find((each) => each === section);
  if (current === undefined) return <Redirect to={`/admin/${first}`} replace />;
  const View = views[current];
  return (
    <Sectioned
      title={t('admin.title')}
      places={allowed.map((each) => ({
        href: `/admin/${each}`,
        label: t(`admin.${each}.title`),
        current: each === current,
      }))}
    >
      <View />
    </Sectioned>
  );
}
