import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { CannedTable } from './canned-table.tsx';

/** The canned replies of everybody and of the teams. One's own are in the account. */
export function CannedSection() {
  const { t } = useTranslation();
  return (
    <Page wide title={t('admin.canned.title')} hint={t('admin.canned.hint')}>
      <CannedTable path="/api/desk/admin/canned-replies" personal={false} />
    </Page>
  );
}
