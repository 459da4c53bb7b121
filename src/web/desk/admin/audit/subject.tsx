import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AuditLine } from '../../../../contract/audit.ts';
import { kinds } from './action-text.ts';
import classes from './subject.module.css';

/** What an audit line is about; a conversation can be opened from here. */
export function Subject({ line: { subject } }: { line: AuditLine }) {
  const { t } = useTranslation();
  const kind = kinds.find((each) => each === subject.kind);
  const name = kind === undefined ? subject.kind : t(`admin.audit.kinds.${kind}`);
  if (kind !== 'conversation' || subject.id === null) return name;
  return (
    <Link className={classes.link} href={`/inbox/all/${subject.id}`}>
      {name}
    </Link>
  );
}
