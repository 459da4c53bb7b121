import { useTranslation } from 'react-i18next';
import { useViewers } from '../live/company.ts';
import { useMe } from '../session/me.ts';
import classes from './company.module.css';

/** The case number, and the colleagues who are looking at or writing in this conversation right now. */
export function Company({ id, caseNumber }: { id: string; caseNumber: string }) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const others = useViewers(id).filter((viewer) => viewer.id !== me.id);
  const list = (names: string[]) => new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names);
  const typing = others.filter((viewer) => viewer.typing).map(({ name }) => name);
  const looking = others.filter((viewer) => !viewer.typing).map(({ name }) => name);
  return (
    <p className={classes.company}>
      <span>{caseNumber}</span>
      <span role="status" className={classes.people} data-typing={typing.length > 0 || undefined}>
        {typing.length > 0 && t('company.typing', { names: list(typing) })}
        {typing.length === 0 && looking.length > 0 && t('company.looking', { names: list(looking) })}
      </span>
    </p>
  );
}
