import { Headset } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBrandName } from '../shell/brand.ts';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import classes from './frame.module.css';

/** The card in the middle of the screen on which everything before the desk happens. */
export function SessionFrame({
  title,
  hint,
  children,
}: {
  title: string;
  hint?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const brand = useBrandName();
  return (
    <div className={classes.page}>
      <main className={classes.card}>
        <p className={classes.brand}>
          <Headset size={18} aria-hidden="true" />
          {t('session.desk', { brand })}
        </p>
        <h1 className={classes.title}>{title}</h1>
        {hint && <p className={classes.hint}>{hint}</p>}
        {children}
      </main>
      <LanguageSwitch />
    </div>
  );
}
