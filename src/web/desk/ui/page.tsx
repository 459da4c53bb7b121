import type { ReactNode } from 'react';
import classes from './page.module.css';

interface Props {
  title: string;
  hint?: string;
  actions?: ReactNode;
  children: ReactNode;
  wide?: boolean;
}

/** A page beside the sidebar: its name, what can be done on it, and its content. */
export function Page({ title, hint, actions, children, wide = false }: Props) {
  return (
    <main className={classes.page}>
      <div className={classes.inner} data-wide={wide || undefined}>
        <header className={classes.header}>
          <div>
            <h1 className={classes.title}>{title}</h1>
            {hint && <p className={classes.hint}>{hint}</p>}
          </div>
          {actions && <div className={classes.actions}>{actions}</div>}
        </header>
        {children}
      </div>
    </main>
  );
}

/** A part of a page with its own heading. */
export function Section({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{title}</h2>
      {hint && <p className={classes.hint}>{hint}</p>}
      {children}
    </section>
  );
}
