import { UnstyledButton } from '@mantine/core';
import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../api/query-client.ts';
import { currentLocale, switchLocale } from '../i18n.ts';
import classes from './language-switch.module.css';

/** The other language, written in that language; what the server worded is fetched again. */
export function LanguageSwitch() {
  useTranslation();
  const other = currentLocale() === 'zh-CN' ? 'en' : 'zh-CN';
  return (
    <UnstyledButton
      className={classes.switch}
      lang={other}
      onClick={() =>
        void switchLocale(other).then(() => queryClient.invalidateQueries({ queryKey: ['topics'] }))
      }
    >
      <Languages size={16} aria-hidden="true" />
      {other === 'en' ? 'English' : '简体中文'}
    </UnstyledButton>
  );
}
