import { Link2Off } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import classes from './link-notice.module.css';
import { useForeignLinks } from './use-foreign-links.ts';

/** Names the links of an answer that are not official, before it is sent. */
export function LinkNotice({ text }: { text: string }) {
  const { t } = useTranslation();
  const hosts = useForeignLinks(text);
  return (
    <p className={classes.notice} role="status">
      {hosts.length > 0 && (
        <>
          <Link2Off size={14} aria-hidden="true" />
          <span>
            {t('composer.foreignLinks')} <bdi translate="no">{hosts.join(' · ')}</bdi>
          </span>
        </>
      )}
    </p>
  );
}
