import { useQuery } from '@tanstack/react-query';
import {
  BookOpenText,
  CircleCheck,
  Headset,
  Hourglass,
  Inbox,
  type LucideIcon,
  Search,
  Settings2,
  User,
  Users,
  UsersRound,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { adminSections } from '../admin/sections.ts';
import { articleSections } from '../articles/sections.ts';
import { countersQuery } from '../inbox/queries.ts';
import { offersQuery } from '../queue/queries.ts';
import { useMay, useMe } from '../session/me.ts';
import { useBrandName } from './brand.ts';
import { openPalette } from './open-overlay.ts';
import { PresenceMenu } from './presence-menu.tsx';
import classes from './sidebar.module.css';

interface PlaceProps {
  href: string;
  icon: LucideIcon;
  label: string;
  count?: number | undefined;
  /** Counts somebody should act on stand out. */
  strong?: boolean;
}

function Place({ href, icon: Icon, label, count, strong = false }: PlaceProps) {
  const [location] = useLocation();
  const here = location === href || location.startsWith(`${href}/`);
  return (
    <Link href={href} className={classes.place} aria-current={here ? 'page' : undefined}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      <span className={classes.label}>{label}</span>
      {count !== undefined && count > 0 && (
        <span className={classes.count} data-strong={strong || undefined}>
          {count > 9999 ? '9999+' : count}
        </span>
      )}
    </Link>
  );
}

function Views() {
  const { t } = useTranslation();
  const me = useMe();
  const { data: counters } = useQuery(countersQuery);
  const may = useMay();
  const { data: offers } = useQuery({ ...offersQuery, enabled: may('conversation.claim') });
  return (
    <>
      {may('queue.read') && (
        <Place href="/queue" icon={Hourglass} label={t('queue.title')} count={offers?.waiting} strong />
      )}
      <Place href="/inbox/mine" icon={User} label={t('views.mine')} count={counters?.mine} />
      <Place
        href="/inbox/unassigned"
        icon={Inbox}
        label={t('views.unassigned')}
        count={counters?.unassigned}
        strong
      />
      <Place href="/inbox/all" icon={Users} label={t('views.all')} count={counters?.all} />
      <Place href="/inbox/resolved" icon={CircleCheck} label={t('views.resolved')} />
      {me.teams.length > 0 && <p className={classes.heading}>{t('views.teams')}</p>}
      {me.teams.map(({ id, name }) => (
        <Place
          key={id}
          href={`/inbox/team-${id}`}
          icon={UsersRound}
          label={name}
          count={counters?.teams[id]}
        />
      ))}
    </>
  );
}

/** Where one can go, with live counts, and who is signed in. */
export function Sidebar() {
  const { t } = useTranslation();
  const may = useMay();
  const brand = useBrandName();
  return (
    <nav className={classes.sidebar} aria-label={t('views.title')}>
      <div className={classes.brand}>
        <Headset size={18} aria-hidden="true" />
        <span className={classes.label}>{brand}</span>
        <button type="button" className={classes.palette} onClick={openPalette} title={t('palette.open')}>
          <span className="visually-hidden">{t('palette.open')}</span>
          <span className="key" aria-hidden="true">
            ⌘K
          </span>
        </button>
      </div>
      <div className={classes.nav}>
        {may('conversation.read') && <Views />}
        <hr className={classes.rule} />
        {may('search.use') && <Place href="/search" icon={Search} label={t('search.title')} />}
        {articleSections(may).length > 0 && (
          <Place href="/articles" icon={BookOpenText} label={t('articles.title')} />
        )}
        {adminSections(may).length > 0 && <Place href="/admin" icon={Settings2} label={t('admin.title')} />}
      </div>
      <PresenceMenu />
    </nav>
  );
}
