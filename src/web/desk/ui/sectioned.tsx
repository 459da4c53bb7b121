import type { ReactNode } from 'react';
import { Link } from 'wouter';
import classes from './sectioned.module.css';

interface Props {
  title: string;
  places: readonly { href: string; label: string; current: boolean }[];
  children: ReactNode;
}

/** A place of several parts: their names beside, the one that is open in the middle. */
export function Sectioned({ title, places, children }: Props) {
  return (
    <div className={classes.sectioned}>
      <nav className={classes.nav} aria-label={title}>
        {places.map(({ href, label, current }) => (
          <Link key={href} href={href} className={classes.place} aria-current={current ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      {children}
    </div>
  );
}
